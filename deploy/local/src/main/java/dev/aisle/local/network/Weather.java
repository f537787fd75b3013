package dev.aisle.local.network;

import java.time.Duration;

/**
 * How a way behaves.
 *
 * @param delay what comes in is handed on that much later, in each direction
 * @param bytesPerSecond at most so many, in each direction of each connection; 0: as many as come
 * @param silent connections stay and new ones are taken, and nothing is handed on
 * @param cut connections are reset and new ones too
 */
public record Weather(Duration delay, int bytesPerSecond, boolean silent, boolean cut) {
    /** Everything goes on as it comes. */
    public static final Weather FAIR = new Weather(Duration.ZERO, 0, false, false);

    public static final Weather SILENT = new Weather(Duration.ZERO, 0, true, false);

    public static final Weather CUT = new Weather(Duration.ZERO, 0, false, true);

    public static Weather late(Duration delay) {
        return new Weather(delay, 0, false, false);
    }

    public static Weather narrow(int bytesPerSecond) {
        return new Weather(Duration.ZERO, bytesPerSecond, false, false);
    }
}
