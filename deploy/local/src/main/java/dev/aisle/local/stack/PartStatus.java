package dev.aisle.local.stack;

import java.time.Duration;

/** How one part of the stack is: not there, starting, ready. */
public sealed interface PartStatus {
    Part part();

    record Absent(Part part, int port) implements PartStatus {}

    record Present(Running running, boolean ready, Memory memory, Duration uptime) implements PartStatus {
        @Override
        public Part part() {
            return running.part();
        }
    }
}
