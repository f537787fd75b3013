package dev.aisle.containers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.CommandFailure;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;

/** A pod under the engine, watched as a kubelet watches it. */
final class RunningPod implements AutoCloseable {
    private final Engine engine;
    private final String workload;
    private final String name;
    private final String address;
    private final JsonNode container;
    private final Runnable changed;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile boolean ready;
    private volatile boolean leaving;

    /**
     * One that was played.
     *
     * @param changed is run when its readiness changes
     */
    RunningPod(Engine engine, String workload, String name, String address, JsonNode container, Runnable changed) {
        this.engine = engine;
        this.workload = workload;
        this.name = name;
        this.address = address;
        this.container = container;
        this.changed = changed;
    }

    /**
     * How it ended.
     *
     * @param seconds from the signal to its end
     * @param exit of its process: 143 after SIGTERM, 137 when it was killed
     */
    record End(double seconds, int exit) {
        boolean killed() {
            return exit == 137;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f s, exit %d", seconds, exit);
        }
    }

    String workload() {
        return workload;
    }

    String name() {
        return name;
    }

    JsonNode container() {
        return container;
    }

    /** Whether a Service may lead to it. */
    boolean isEndpoint() {
        return ready && !leaving;
    }

    InetSocketAddress endpoint() {
        return new InetSocketAddress(
                address, Probe.of(container, "readinessProbe").port());
    }

    String containerName() {
        return name + "-" + container.path("name").asText();
    }

    /** Waits for the startup probe and the first readiness, as long as the chart lets it, and watches its readiness from then on. */
    void awaitReady() {
        Probe startup = Probe.of(container, "startupProbe");
        Probe readiness = Probe.of(container, "readinessProbe");
        Duration longest = startup.period().multipliedBy(startup.failures());
        long deadline = System.nanoTime() + longest.toNanos();
        while (!startup.succeeds(http, address)) {
            checkAlive();
            if (System.nanoTime() > deadline) {
                throw new CommandFailure(name + " did not start within the " + longest.toSeconds()
                        + " s of its startup probe:\n" + log());
            }
            Waiting.pause(Duration.ofMillis(300));
        }
        long latest = System.nanoTime() + longest.toNanos();
        while (!readiness.succeeds(http, address)) {
            checkAlive();
            if (System.nanoTime() > latest) {
                throw new CommandFailure(name + " started and did not become ready:\n" + log());
            }
            Waiting.pause(Duration.ofMillis(300));
        }
        become(true);
        Thread.ofVirtual().start(() -> watch(readiness));
    }

    private void watch(Probe readiness) {
        int failed = 0;
        while (!leaving) {
            Waiting.pause(readiness.period());
            failed = readiness.succeeds(http, address) ? 0 : failed + 1;
            if (failed == 0 || failed >= readiness.failures()) {
                become(failed == 0);
            }
        }
    }

    private void become(boolean now) {
        if (ready != now) {
            ready = now;
            changed.run();
        }
    }

    private void checkAlive() {
        String state = engine.podman("inspect", "--format", "{{.State.Status}} {{.RestartCount}}", containerName());
        if (!state.equals("running 0")) {
            throw new CommandFailure(name + " is " + state + ":\n" + log());
        }
    }

    long pid() {
        return Long.parseLong(engine.podman("inspect", "--format", "{{.State.Pid}}", containerName()));
    }

    /** How often it came back by itself, and whether the kernel ended it for its memory; empty when neither. */
    String misfortune() {
        String state = engine.podman("inspect", "--format", "{{.RestartCount}} {{.State.OOMKilled}}", containerName());
        return state.equals("0 false") ? "" : name + ": restarts and out of memory: " + state;
    }

    /** Returns its last lines. */
    String log() {
        return engine.tried("logs", "--tail", "12", containerName()).end();
    }

    /** Ends it: SIGTERM now, and no new requests only later, for proxies hear of it late; after the grace period SIGKILL. */
    End end(int graceSeconds, Duration late) {
        Thread proxies = Thread.ofVirtual().start(() -> {
            Waiting.pause(late);
            leaving = true;
            changed.run();
        });
        long start = System.nanoTime();
        engine.podman("stop", "--time", Integer.toString(graceSeconds), containerName());
        double seconds = (System.nanoTime() - start) / 1e9;
        try {
            proxies.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
        int exit = Integer.parseInt(engine.podman("inspect", "--format", "{{.State.ExitCode}}", containerName()));
        engine.podman("pod", "rm", "--force", "--time", "0", name);
        return new End(seconds, exit);
    }

    @Override
    public void close() {
        leaving = true;
        http.close();
    }
}
