package dev.aisle.containers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.network.RevolvingDoor;
import dev.aisle.local.shell.Beside;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The chart's pods under the engine, with what a cluster would do for them: Services, readiness, an ingress, replacements. */
final class Cluster implements AutoCloseable {
    /** Proxies hear late that a pod leaves; the chart's drainSeconds are for that. */
    private static final Duration LATE = Duration.ofSeconds(2);

    private static final int WEB = 8080;

    private final Engine engine;
    private final ChartPods chart;
    private final Addresses addresses;
    private final MountedFolders secrets;
    private final Layout layout;
    private final Progress progress;
    private final List<RunningPod> pods = new CopyOnWriteArrayList<>();
    private final Map<String, ServiceAddress> services = new HashMap<>();
    private final Map<String, RevolvingDoor> ingress = new HashMap<>();
    private int made;

    Cluster(
            Engine engine,
            ChartPods chart,
            Addresses addresses,
            MountedFolders secrets,
            Layout layout,
            Progress progress) {
        this.engine = engine;
        this.chart = chart;
        this.addresses = addresses;
        this.secrets = secrets;
        this.layout = layout;
        this.progress = progress;
    }

    /** Opens the Services and the ingress, before nobody. */
    void open() {
        for (String name : chart.services().keySet()) {
            services.put(name, ServiceAddress.open(addresses.at(name, WEB), List.of()));
        }
        for (Part part : Part.services()) {
            ingress.put(part.label(), RevolvingDoor.open(layout.ports().of(part)));
        }
    }

    /** Leads an address of a Service to a port of this machine, where no pod runs. */
    void beside(String name, int port, int own) {
        services.put(
                name,
                ServiceAddress.open(
                        addresses.at(name, port),
                        List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), own))));
    }

    /** Runs a job to its end; its last line. */
    String finish(String job) {
        RunningPod pod = play(job, "");
        String exit = engine.podman("wait", pod.containerName());
        Engine.Answer log = engine.tried("logs", pod.containerName());
        engine.podman("pod", "rm", "--force", "--time", "0", pod.name());
        if (!exit.equals("0")) {
            throw new CommandFailure(job + " ended with " + exit + ":\n" + log.end());
        }
        return log.out().lines().reduce("", (_, line) -> line);
    }

    /** Starts every replica of every workload and waits until all are ready; one workload after the other, since all of them have one machine. */
    void startAll() {
        for (String workload : chart.services().keySet()) {
            for (int replica = 0; replica < chart.replicas(workload); replica++) {
                pods.add(play(workload, ""));
            }
            for (RunningPod pod : of(workload)) {
                pod.awaitReady();
                progress.step(pod.name() + " is ready");
            }
        }
    }

    /** Writes what each pod has said so far to a folder, a file a pod. */
    void keepLogs(Path folder) {
        for (RunningPod pod : pods) {
            try {
                Files.createDirectories(folder);
                Engine.Answer log = engine.tried("logs", pod.containerName());
                Files.writeString(folder.resolve(pod.name() + ".log"), log.out() + log.error());
            } catch (IOException e) {
                throw new UncheckedIOException("The logs can't be written to " + folder, e);
            }
        }
    }

    /**
     * Replaces each pod of a workload by one of another image, one after the other, as its strategy says.
     *
     * @return how the old ones ended
     */
    List<RunningPod.End> replace(String workload, String image) {
        List<RunningPod.End> ends = new ArrayList<>();
        for (RunningPod old : of(workload)) {
            if (chart.rolls(workload)) {
                RunningPod next = play(workload, image);
                pods.add(next);
                next.awaitReady();
                ends.add(end(old));
            } else {
                ends.add(end(old));
                RunningPod next = play(workload, image);
                pods.add(next);
                next.awaitReady();
            }
            progress.step(old.name() + " went (" + ends.getLast() + "), the next " + workload + " is ready");
        }
        return ends;
    }

    /** Ends every pod at once; what became of each. */
    Map<String, RunningPod.End> endAll() {
        Map<String, RunningPod.End> ends = new HashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> waiting = new ArrayList<>();
            for (RunningPod pod : pods) {
                waiting.add(threads.submit(() -> {
                    RunningPod.End end = end(pod);
                    synchronized (ends) {
                        ends.put(pod.name(), end);
                    }
                }));
            }
            waiting.forEach(Beside::await);
        }
        return ends;
    }

    private RunningPod.End end(RunningPod pod) {
        RunningPod.End end = pod.end(chart.graceSeconds(pod.workload()), LATE);
        pods.remove(pod);
        pod.close();
        return end;
    }

    List<RunningPod> pods() {
        return List.copyOf(pods);
    }

    private List<RunningPod> of(String workload) {
        return pods.stream().filter(pod -> pod.workload().equals(workload)).toList();
    }

    private synchronized RunningPod play(String workload, String image) {
        made++;
        String name = workload + "-" + made;
        String address = addresses.nextPod();
        JsonNode spec = chart.workload(workload).at("/spec/template/spec");
        Path folder = layout.home().resolve("pods").resolve(name);
        secrets.write(spec, folder);
        String documents = new PodDocument(chart, addresses.byName()).of(workload, name, image, folder);
        Path file = layout.home().resolve("pods").resolve(name + ".yaml");
        try {
            Files.writeString(file, documents);
        } catch (IOException e) {
            throw new UncheckedIOException("The pod can't be written to " + file, e);
        }
        engine.podman("kube", "play", "--network", Addresses.NETWORK + ":ip=" + address, file.toString());
        return new RunningPod(engine, workload, name, address, chart.container(workload), () -> lead(workload));
    }

    /** The endpoints of a Service are its ready pods that don't leave. */
    private synchronized void lead(String workload) {
        List<InetSocketAddress> ready = of(workload).stream()
                .filter(RunningPod::isEndpoint)
                .map(RunningPod::endpoint)
                .toList();
        ServiceAddress service = services.get(workload);
        if (service != null) {
            service.lead(ready);
        }
        RevolvingDoor door = ingress.get(workload);
        if (door != null) {
            door.lead(ready);
        }
    }

    /** Requests from outside that no pod answered. */
    long unanswered() {
        return ingress.values().stream().mapToLong(RevolvingDoor::broken).sum();
    }

    /** Returns why, for the first few of them. */
    List<String> remarks() {
        return ingress.values().stream()
                .flatMap(door -> door.remarks().stream())
                .toList();
    }

    @Override
    public void close() {
        pods.forEach(RunningPod::close);
        ingress.values().forEach(RevolvingDoor::close);
        services.values().forEach(ServiceAddress::close);
    }
}
