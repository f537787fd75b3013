package dev.aisle.local.importer;

/** Why one row can't be used; the reader turns it into a {@link BadLine} and goes on. */
final class BadRow extends Exception {
    BadRow(String reason) {
        super(reason);
    }

    String reason() {
        var reason = getMessage();
        return reason == null ? "unknown" : reason;
    }
}
