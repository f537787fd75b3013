package dev.aisle.local.stack;

import java.time.Instant;

/**
 * A process that this stack started.
 *
 * @param part      what it is
 * @param pid       its process id
 * @param mark      tells it from a later process with the same id, see {@link ProcessMark}
 * @param port      where it listens
 * @param startedAt when it was started
 */
public record Running(Part part, long pid, String mark, int port, Instant startedAt) {
    public boolean alive() {
        return ProcessMark.of(pid).filter(mark::equals).isPresent();
    }
}
