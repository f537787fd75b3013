package dev.aisle.platform.reconcile;

/** Why nothing could be compared, in words for whoever reads the job's last line. */
public final class CannotCompare extends RuntimeException {
    CannotCompare(String message) {
        super(message);
    }

    CannotCompare(String message, Throwable cause) {
        super(message, cause);
    }
}
