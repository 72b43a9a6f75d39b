/** Addresses the server answers itself, told from the app's own deep links: these are never answered with the app's page. */
export const SERVERS_OWN = /^\/(send|pull|poke|session|vaults|auth|idp|healthz|readyz|version|ca\.crt)(?:[/?]|$)/;
