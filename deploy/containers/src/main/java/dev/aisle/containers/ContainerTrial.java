package dev.aisle.containers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.containers.journey.Shop;
import dev.aisle.containers.journey.ShopperJourney;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Folders;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** {@code ./aisle trials --containers}: images, chart and services under a container engine; in a home, a store and a network of its own. */
final class ContainerTrial {
    private static final int PORT_BASE = 33_080;
    private static final int BROKER_ABOVE = 60;
    private static final List<String> BESIDE = List.of("kafka", "postgresql", "issuer");
    private static final int WEB = 8080;
    private static final int KAFKA = 9092;
    private static final int POSTGRESQL = 5432;

    private final Arguments arguments;
    private final Layout layout;
    private final Progress progress;
    private final Promises promises;
    private final Engine engine;
    private final Images images;
    private final Stack stack;
    private final boolean containerfiles;
    private @Nullable Cluster cluster;
    private boolean running;

    ContainerTrial(Arguments arguments, Path project, Path home, Progress progress) {
        PortPlan ports = new PortPlan(arguments.number("port-base", PORT_BASE));
        this.arguments = arguments;
        this.layout = new Layout(project, home.resolve("containers"), ports);
        this.progress = progress;
        this.promises = new Promises(progress);
        this.engine = new Engine(layout.home());
        this.images = new Images(engine, layout, progress);
        this.stack = new Stack(layout, progress, Map.of(Part.KAFKA, broker(ports)));
        this.containerfiles = !arguments.has("no-containerfiles");
    }

    /**
     * A listener more: what it tells pods is the name that they know. And more patience than the chart's brokers have: on two cores with eleven pods, a
     * consumer may not get to its heartbeat for seconds, and who is thrown out each time makes the others begin anew.
     */
    private static Tuning broker(PortPlan ports) {
        String own = ports.address(Part.KAFKA);
        return new Tuning(
                List.of(),
                Map.of(
                        "listeners",
                        "PLAINTEXT://" + own + ",CONTROLLER://127.0.0.1:" + ports.controller() + ",PODS://127.0.0.1:"
                                + (ports.base() + BROKER_ABOVE),
                        "advertised.listeners",
                        "PLAINTEXT://" + own + ",PODS://kafka:" + KAFKA,
                        "listener.security.protocol.map",
                        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,PODS:PLAINTEXT",
                        "group.consumer.session.timeout.ms",
                        "10000",
                        "group.consumer.heartbeat.interval.ms",
                        "2000"));
    }

    /** Returns 0 when every promise held. */
    int run() {
        arguments.allow("home", "port-base", "no-containerfiles", "no-cache");
        Thread atExit = new Thread(() -> {
            progress.step("ending early: what runs is removed");
            remove();
        });
        Runtime.getRuntime().addShutdownHook(atExit);
        List<String> left = List.of();
        try {
            running = true;
            // What a run that was killed has left.
            remove();
            if (arguments.has("no-cache")) {
                engine.forget();
            }
            running = true;
            engine.prepare();
            // Layers of a build come again when nothing below them has changed; those of other days go.
            engine.podman("image", "prune", "--force", "--filter", "until=24h");
            makeImages();
            stack.up(Set.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER));
            install();
        } catch (CommandFailure e) {
            promises.see("the trial comes to its end", List.of(String.valueOf(e.getMessage())), "");
        } finally {
            left = remove();
            forget(atExit);
        }
        promises.see("pods, volumes, networks and addresses are removed afterwards", left, "");
        progress.step("done");
        promises.print();
        return promises.held() ? 0 : 1;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Ctrl-C: the hook is at work.
            return;
        }
    }

    private void makeImages() {
        images.load();
        progress.step("deploy/load-images.sh podman has loaded the five archives");
        promises.see("the OCI archives load into the engine", List.of(), "5 by deploy/load-images.sh");
        if (containerfiles) {
            promises.see(
                    "the Containerfiles are built by the engine and start as the archives do", images.build(), "5");
        }
    }

    private void install() {
        ChartSecrets own = new ChartSecrets(layout);
        Map<String, Map<String, byte[]>> secrets = own.all();
        Addresses addresses = new Addresses(Stream.concat(
                        BESIDE.stream(),
                        Stream.concat(
                                Stream.of("event-ingest-refine"),
                                Part.services().stream().map(Part::label)))
                .toList());
        URI issuer = URI.create("http://" + addresses.of("issuer") + ":" + WEB + "/aisle");
        List<JsonNode> objects = RenderedChart.objects(layout.project(), values(own, issuer));
        ChartPods chart = ChartPods.of(objects);
        addresses.open();
        engine.podman("network", "create", "--disable-dns", "--subnet", Addresses.SUBNET, Addresses.NETWORK);
        Cluster pods = new Cluster(engine, chart, addresses, new MountedFolders(secrets), layout, progress);
        cluster = pods;
        pods.open();
        pods.beside("kafka", KAFKA, layout.ports().base() + BROKER_ABOVE);
        pods.beside("postgresql", POSTGRESQL, layout.ports().of(Part.POSTGRES));
        pods.beside("issuer", WEB, layout.ports().of(Part.ISSUER));
        for (String job : chart.jobs().keySet()) {
            progress.step(job + ": " + pods.finish(job));
        }
        promises.see("the chart's jobs end well", List.of(), chart.jobs().size() + " jobs");
        pods.startAll();
        promises.see(
                "the chart's pods get ready by their own probes",
                List.of(),
                pods.pods().size() + " pods");
        use(pods, new ApiClient(layout.ports(), issuer), secrets);
        progress.say("Not exercised, since podman has nothing like it: "
                + String.join(", ", ChartPods.notExercised(objects))
                + "; schedulers, restarts by liveness, TLS (ChartRunsIT has it on processes).");
        progress.say(
                "Stood in for by this trial: Services and their names, endpoints by readiness, the ingress, mounted"
                        + " Secrets.");
    }

    private void use(Cluster pods, ApiClient api, Map<String, Map<String, byte[]>> secrets) {
        new PodFacts(pods.pods(), secrets).see(promises);
        progress.step("the kernel's view of each pod is looked at");
        journey(pods, api);
        new PodFacts(pods.pods(), secrets).seeAfterwards(promises);
        progress.step("the shopper's journey is over; every pod is replaced while a shop goes on");
        new Replacement(pods, layout, api)
                .run(workload -> containerfiles ? Images.built(ChartPods.service(workload)) : "", promises);
        new PodFacts(pods.pods(), secrets).seeAfterwards(promises);
        List<String> late = new ArrayList<>();
        Map<String, RunningPod.End> ends = pods.endAll();
        ends.forEach((name, end) -> {
            if (end.killed()) {
                late.add(name + " had to be killed: " + end);
            }
        });
        double longest = ends.values().stream()
                .mapToDouble(RunningPod.End::seconds)
                .max()
                .orElse(0);
        promises.see(
                "pods end by themselves within the grace period",
                late,
                ends.size() + " at once, the last after " + Math.round(longest) + " s");
        progress.step("every pod has ended");
    }

    private void journey(Cluster pods, ApiClient api) {
        List<String> broken = new ArrayList<>();
        double start = progress.seconds();
        try {
            new ShopperJourney(new Shop(api), "visitor-1").whole();
        } catch (AssertionError | CommandFailure | ConditionTimeoutException e) {
            broken.add(String.valueOf(e.getMessage()));
            broken.addAll(pods.remarks());
        }
        promises.see(
                "a shopper browses, consents, buys, withdraws and is forgotten by all services and the archive",
                broken,
                Math.round(progress.seconds() - start) + " s");
    }

    private Path values(ChartSecrets secrets, URI issuer) {
        try (InputStream in = ContainerTrial.class.getResourceAsStream("values.yaml")) {
            if (in == null) {
                throw new IllegalStateException("values.yaml isn't in this jar.");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{issuer}", issuer.toString())
                    .replace("{tag}", images.tag())
                    .replace("{trusted}\n", secrets.trusted());
            Files.createDirectories(layout.home().resolve("pods"));
            return Files.writeString(layout.home().resolve("pods/values.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException("The values can't be written", e);
        }
    }

    /** Once, whoever comes first: the end or Ctrl-C. Images and what Debian is made of stay for the next time. */
    private synchronized List<String> remove() {
        if (!running) {
            return List.of();
        }
        running = false;
        if (cluster != null) {
            // Those of pods that are still there: something went wrong, and somebody wants to know what.
            cluster.keepLogs(layout.home().resolve("pod-logs"));
            cluster.close();
        }
        List<String> left = new ArrayList<>(engine.end());
        Addresses.close();
        if (Addresses.isOpen()) {
            left.add("the link " + Addresses.NETWORK);
        }
        stack.down();
        stack.wipe();
        try {
            for (String folder : List.of("pods", "base")) {
                Folders.delete(layout.home().resolve(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What the pods had can't be deleted", e);
        }
        return left;
    }
}
