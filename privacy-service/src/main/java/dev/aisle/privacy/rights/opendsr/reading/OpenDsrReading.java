package dev.aisle.privacy.rights.opendsr.reading;

/** What a body says, or why it says nothing. */
public sealed interface OpenDsrReading {
    /** It is a request. */
    record Understood(OpenDsrRequest request) implements OpenDsrReading {}

    /**
     * It is none.
     *
     * @param field where it is wrong, as OpenDSR names it
     * @param message what is expected there; nothing of the body is repeated (7.6)
     */
    record Refused(String field, String message) implements OpenDsrReading {}
}
