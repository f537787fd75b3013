package dev.aisle.local.stack;

import dev.aisle.local.shell.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Kills one service of a stack after the other with -9 and starts it again. */
public final class Killer {
    private static final List<Part> VICTIMS = Part.services();
    private static final int STEP_MILLIS = 50;
    private final Stack stack;
    private final Progress progress;
    private final Random random;
    private final AtomicInteger kills = new AtomicInteger();

    public Killer(Stack stack, Progress progress, Random random) {
        this.stack = stack;
        this.progress = progress;
        this.random = random;
    }

    public int kills() {
        return kills.get();
    }

    /**
     * Goes on as long as that holds, and ends with all services ready.
     *
     * @param calm the mean time between the readiness of one and the death of the next
     */
    public void torment(Duration calm, BooleanSupplier goesOn) throws InterruptedException {
        while (goesOn.getAsBoolean()) {
            long until = System.nanoTime() + calm.toNanos() / 2 + random.nextLong(calm.toNanos());
            while (goesOn.getAsBoolean() && System.nanoTime() < until) {
                Thread.sleep(STEP_MILLIS);
            }
            if (goesOn.getAsBoolean()) {
                kill(VICTIMS.get(random.nextInt(VICTIMS.size())));
                stack.up(Part.all());
            }
        }
    }

    private void kill(Part victim) throws InterruptedException {
        var process = ProcessHandle.of(stack.pid(victim));
        process.ifPresent(ProcessHandle::destroyForcibly);
        progress.step("kill -9 " + victim.label() + " (" + kills.incrementAndGet() + ".)");
        while (process.filter(ProcessHandle::isAlive).isPresent()) {
            Thread.sleep(STEP_MILLIS);
        }
    }
}
