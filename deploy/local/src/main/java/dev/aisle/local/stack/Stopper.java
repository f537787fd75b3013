package dev.aisle.local.stack;

import dev.aisle.local.shell.Progress;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes of ours, first the services and then what they stand on. */
final class Stopper {
    private static final int PATIENCE_SECONDS = 30;
    private final StateFile state;
    private final Progress progress;

    Stopper(StateFile state, Progress progress) {
        this.state = state;
        this.progress = progress;
    }

    void stop(List<Running> processes) {
        together(
                processes.stream().filter(running -> running.part().isService()).toList());
        together(processes.stream()
                .filter(running -> !running.part().isService())
                .toList());
    }

    private void together(List<Running> processes) {
        var alive = processes.stream().filter(Running::alive).toList();
        alive.forEach(Stopper::ask);
        for (var running : alive) {
            ProcessHandle.of(running.pid()).ifPresent(process -> await(running, process));
            progress.step(running.part().label() + " stopped");
        }
        state.remove(processes);
    }

    private static void ask(Running running) {
        if (running.part() == Part.POSTGRES && interrupted(running.pid())) {
            return;
        }
        ProcessHandle.of(running.pid()).ifPresent(ProcessHandle::destroy);
    }

    /** To PostgreSQL SIGTERM means "when the last client has left", SIGINT "now, cleanly". */
    private static boolean interrupted(long pid) {
        try {
            return new ProcessBuilder("kill", "-INT", Long.toString(pid))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void await(Running running, ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            kill(running, process);
        } catch (InterruptedException e) {
            kill(running, process);
            Thread.currentThread().interrupt();
        }
    }

    private static void kill(Running running, ProcessHandle process) {
        if (running.alive()) {
            process.destroyForcibly();
        }
    }
}
