package dev.aisle.ingest.door.domain;

/**
 * Whether the browser and the customer of an event are linked: only by the word of the shop's server. A public write key proves nothing, since
 * anybody may send anybody's ids with it.
 */
public enum LinkProof {
    /** The event doesn't name both. */
    NOT_ASKED("", ""),
    /** The write key is a server's, or the token holds. */
    PROVEN("proven", "The browser is linked to the customer."),
    /** A public write key, and no token. */
    PUBLIC_KEY(
            "public-key",
            "Not linked: a public write key proves nothing. Send it with a server's write key, or with a token of POST /v1/link-tokens as"
                    + " context.linkToken."),
    /** A token of somebody else, or none of ours. */
    INVALID_TOKEN(
            "invalid-link-token",
            "Not linked: context.linkToken isn't of these two ids. Get one for this userId and anonymousId from POST /v1/link-tokens."),
    /** A token whose time is over. */
    EXPIRED_TOKEN(
            "expired-link-token",
            "Not linked: context.linkToken has expired. Get another one from POST /v1/link-tokens.");

    private final String code;
    private final String message;

    LinkProof(String code, String message) {
        this.code = code;
        this.message = message;
    }

    /** The name in answers and metrics. */
    public String code() {
        return code;
    }

    /** What it means, and what to do; empty when no link was asked for. */
    public String message() {
        return message;
    }

    /** Whether the event wanted a link and doesn't get one. */
    public boolean refused() {
        return this != NOT_ASKED && this != PROVEN;
    }
}
