// What an Electron does that is started with the path of an application: the
// prepared runtime comes without this part. Electron's own has a page and
// options besides; here the path is enough.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { app } = require('electron');

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function readPackage(folder) {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  } catch (error) {
    return stop(`There is no application in ${folder}: ${error.message}`);
  }
}

const given = process.argv.slice(1).find(word => !word.startsWith('-'));
if (!given) stop('Name the folder of an application: electron FOLDER');

const folder = path.resolve(given);
const description = readPackage(folder);
const name = description.productName ?? description.name;
app.setVersion(description.version ?? '0.0.0');
app.setName(name);
app.setDesktopName(`${description.name}.desktop`);
if (!app.commandLine.hasSwitch('user-data-dir'))
  app.setPath('userData', path.join(app.getPath('appData'), name));
app.setAppPath(folder);

const main = path.join(folder, description.main ?? 'index.js');
try {
  // At once, not by import(): some things may only be said before "ready".
  require(main);
} catch (error) {
  stop(`${main} failed: ${error.stack}`);
}
