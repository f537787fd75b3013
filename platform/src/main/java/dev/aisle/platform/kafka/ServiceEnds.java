package dev.aisle.platform.kafka;

/** No further batch is begun. It isn't tried again ({@code abort-on} in microprofile-config.properties) and not committed. */
public final class ServiceEnds extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServiceEnds() {
        super("the service ends; these records are read again by whoever is next", null, false, false);
    }
}
