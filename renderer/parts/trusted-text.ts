interface TrustedTypes {
  createPolicy(name: 'default', policy: { createHTML: (text: string) => string }): unknown;
}

/**
 * The page's policy demands trusted types. The only text that anything here writes as HTML is the theme's
 * own style sheet, which has no markup in it; so markup is refused altogether.
 */
export function trustTextOnly(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createHTML(text) {
      if (text.includes('<')) throw new TypeError('This page writes no markup.');
      return text;
    },
  });
}
