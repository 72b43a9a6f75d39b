import { secureHeaders } from 'hono/secure-headers';

const self = ["'self'"];
const none = ["'none'"];

/** No script or style but our own files; `wasm-unsafe-eval` lets the passphrase's Argon2id compile, and nothing else. */
export const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: none,
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    styleSrc: self,
    imgSrc: ["'self'", 'data:'], // Designsystemet's style brings its marks so, such as the arrow of a select
    fontSrc: self,
    connectSrc: self,
    workerSrc: self,
    manifestSrc: self,
    formAction: self,
    baseUri: none,
    frameAncestors: none,
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  strictTransportSecurity: false, // for whoever answers for the certificate: a name on a local network must not be pinned
  permissionsPolicy: {
    camera: [],
    microphone: [],
    geolocation: [],
    payment: [],
    usb: [],
    serial: [],
    displayCapture: [],
  },
});
