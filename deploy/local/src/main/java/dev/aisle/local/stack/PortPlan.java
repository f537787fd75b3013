package dev.aisle.local.stack;

import java.net.URI;

/**
 * Who listens where, all moved together.
 *
 * @param base the issuer's port; the others follow from it
 */
public record PortPlan(int base) {
    public static final int DEFAULT_BASE = 18080;
    private static final String LOOPBACK = "127.0.0.1";
    private static final int CONTROLLER_OFFSET = 13;
    private static final int SMTP_OFFSET = 16;

    public PortPlan {
        if (!possible(base)) {
            throw new IllegalArgumentException("The port base must lie between 1024 and 65000, not at " + base + ".");
        }
    }

    /** Above the privileged ports, and with room for the highest offset. */
    public static boolean possible(int base) {
        return base >= 1024 && base <= 65_000;
    }

    public int of(Part part) {
        return base + part.portOffset();
    }

    /** Kafka's controller; the broker and it are one process. */
    public int controller() {
        return base + CONTROLLER_OFFSET;
    }

    /** Where the mail server takes mail; its page has a port of its own. */
    int smtp() {
        return base + SMTP_OFFSET;
    }

    public String address(Part part) {
        return LOOPBACK + ":" + of(part);
    }

    public URI http(Part part) {
        return URI.create("http://" + address(part));
    }

    public URI issuer() {
        return http(Part.ISSUER).resolve("/aisle");
    }

    public String jdbc(String database) {
        return "jdbc:postgresql://" + address(Part.POSTGRES) + "/" + database;
    }
}
