import type { NameList } from './name-list.ts';

export const spanish: NameList = {
  given: [
    ...'José María Juan Guadalupe Luis Carmen Carlos Rosa Miguel Ana Jorge Leticia Pedro Marisol Manuel Patricia Francisco Verónica Jesús Mónica Antonio Lucía Alejandro Sofía Ricardo Ximena Fernando Yolanda Roberto Beatriz Andrés Raúl Inés Óscar Elena Ramón Concepción Ángel Daniela Tomás Valeria Julián Camila Héctor Renata Sergio Esperanza Eduardo Araceli Gerardo Consuelo Rubén Pilar Víctor Natalia Martín Adriana Íñigo Dolores Efraín Graciela Nicolás Xóchitl'.split(
      ' ',
    ),
    'Ana Sofía',
    'José Luis',
    'María José',
    'Juan Pablo',
  ],
  family: [
    ...'García Hernández Martínez López González Pérez Rodríguez Sánchez Ramírez Cruz Flores Gómez Morales Vázquez Jiménez Reyes Díaz Torres Gutiérrez Ruiz Mendoza Aguilar Ortiz Castillo Moreno Romero Álvarez Chávez Rivera Juárez Ramos Domínguez Herrera Medina Castro Vargas Guzmán Méndez Muñoz Salazar Garza Soto Vega Delgado Cortés Guerrero Ibáñez Núñez Peña Ávila Zúñiga Acuña Bolaños Quiñones Ocampo Escobar Fuentes Trujillo Zamora'.split(
      ' ',
    ),
    'García-Núñez',
    'Ruiz-Peña',
    'López-Ávila',
    'De la Cruz',
    'De León',
  ],
};
