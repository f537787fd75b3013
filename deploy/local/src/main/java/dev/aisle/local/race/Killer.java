package dev.aisle.local.race;

import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PartStatus;
import dev.aisle.local.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Kills one service after the other with -9 and starts it again. */
final class Killer {
    private static final List<Part> VICTIMS = Part.services();
    private static final int STEP_MILLIS = 50;
    private final Stack stack;
    private final Progress progress;
    private final Random random;
    private int kills;

    Killer(Stack stack, Progress progress, Random random) {
        this.stack = stack;
        this.progress = progress;
        this.random = random;
    }

    int kills() {
        return kills;
    }

    void torment(Duration calm, BooleanSupplier goesOn) throws InterruptedException {
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
        for (PartStatus status : stack.status()) {
            if (status instanceof PartStatus.Present present
                    && present.running().part() == victim) {
                var process = ProcessHandle.of(present.running().pid());
                process.ifPresent(ProcessHandle::destroyForcibly);
                kills++;
                progress.step("kill -9 " + victim.label() + " (" + kills + ".)");
                while (process.filter(ProcessHandle::isAlive).isPresent()) {
                    Thread.sleep(STEP_MILLIS);
                }
            }
        }
    }
}
