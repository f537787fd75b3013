package dev.aisle.local.faults;

import dev.aisle.local.client.Waiting;
import dev.aisle.local.faults.FaultKind.Targets;
import dev.aisle.local.network.Way;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Victim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The whole suite as processes that something can happen to, each service in two replicas, with a way of its own from each service to the broker, to its
 * database and to the services that it asks. Whoever dies is started again, and whoever is not ready gets no new connections, as Kubernetes does.
 */
final class Arena implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LOOK_MILLIS = 500;
    private static final int DOORS_ABOVE = 100;
    private static final int TO_BROKER_ABOVE = 120;
    private static final int TO_DATABASE_ABOVE = 140;
    private static final int TO_SERVICE_ABOVE = 160;
    private static final int INSTANCES_ABOVE = 170;

    private static final Map<String, String> STREAMS_MISSED_SOON = Map.of(
            "KAFKA_STREAMS_CONSUMER_SESSION_TIMEOUT_MS",
            "6000",
            "KAFKA_STREAMS_PRODUCER_TRANSACTION_TIMEOUT_MS",
            "6000");

    private final Layout layout;
    private final Progress progress;
    private final Stack stack;
    private final Map<String, Victim> victims = new LinkedHashMap<>();
    private final Map<String, Way> ways = new LinkedHashMap<>();
    private final Map<String, Way> balancers = new LinkedHashMap<>();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final Thread atExit = new Thread(this::stopAll);
    private final int mailPort;
    private volatile boolean open = true;

    Arena(Layout layout, int mailPort, Progress progress) {
        this.layout = layout;
        this.progress = progress;
        this.mailPort = mailPort;
        this.stack = new Stack(layout, progress);
        stack.down();
        stack.wipe();
        stack.up(Set.of(Part.ISSUER));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    void start() {
        victims.put(Targets.DATABASE, Victim.database(layout));
        victims.put(Targets.BROKER, Victim.broker(layout, doors()));
        start(Targets.DATABASE);
        start(Targets.BROKER);
        ready(Targets.DATABASE);
        ready(Targets.BROKER);
        Victim.databases(layout);
        Victim.provision(layout);
        openWays();
        for (var service : Targets.SERVICES) {
            for (var instance : Targets.instances(service)) {
                victims.put(
                        instance,
                        Victim.instance(
                                layout, part(service), instance, portOf(instance), environment(service, instance)));
                start(instance);
            }
        }
        // Whoever dies at its start is started again, as later.
        Thread.ofPlatform().daemon().name("supervisor").start(this::supervise);
        Thread.ofPlatform().daemon().name("endpoints").start(this::followReadiness);
        for (var instance : Targets.INSTANCES) {
            ready(instance);
        }
    }

    private static Part part(String service) {
        return Part.named(service).orElseThrow();
    }

    private int port(int above, String service) {
        return layout.ports().base() + above + Targets.SERVICES.indexOf(service);
    }

    private Map<String, Victim.DoorOfBroker> doors() {
        var all = new HashMap<String, Victim.DoorOfBroker>();
        for (var service : Targets.SERVICES) {
            all.put(
                    part(service).name(),
                    new Victim.DoorOfBroker(port(DOORS_ABOVE, service), port(TO_BROKER_ABOVE, service)));
        }
        return all;
    }

    private void openWays() {
        for (var service : Targets.SERVICES) {
            way(Targets.toBroker(service), port(TO_BROKER_ABOVE, service), port(DOORS_ABOVE, service));
            if (!service.equals(Targets.INGEST)) {
                way(Targets.toDatabase(service), port(TO_DATABASE_ABOVE, service), portOf(Part.POSTGRES));
            }
        }
        var base = layout.ports().base() + TO_SERVICE_ABOVE;
        way(Targets.CAMPAIGN_TO_RECOMMENDER, base, portOf(Part.RECOMMENDER));
        way(Targets.CAMPAIGN_TO_PRIVACY, base + 1, portOf(Part.PRIVACY));
        way(Targets.CAMPAIGN_TO_PROFILE, base + 2, portOf(Part.PROFILE));
        for (var service : Targets.SERVICES) {
            balancers.put(
                    service,
                    Way.open(
                            portOf(part(service)),
                            portOf(Targets.instances(service).getFirst())));
        }
    }

    private int portOf(String instance) {
        return layout.ports().base() + INSTANCES_ABOVE + Targets.INSTANCES.indexOf(instance);
    }

    /** New connections go to replicas that are ready; to all of them when none is. */
    private void followReadiness() {
        try {
            while (open) {
                for (var service : Targets.SERVICES) {
                    var all = Targets.instances(service);
                    var ready = all.stream()
                            .filter(instance -> victim(instance).ready())
                            .toList();
                    balancer(service)
                            .lead((ready.isEmpty() ? all : ready)
                                    .stream().map(this::portOf).toList());
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Way balancer(String service) {
        return Objects.requireNonNull(balancers.get(service), service);
    }

    private int portOf(Part part) {
        return layout.ports().of(part);
    }

    private void way(String name, int port, int target) {
        ways.put(name, Way.open(port, target));
    }

    private Map<String, String> environment(String service, String instance) {
        var own = new HashMap<String, String>();
        own.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port(TO_BROKER_ABOVE, service));
        if (service.equals(Targets.INGEST)) {
            own.putAll(STREAMS_MISSED_SOON);
            own.put("AISLE_STATE_DIRECTORY", layout.data().resolve(instance).toString());
        } else {
            var database = part(service).name().toLowerCase(Locale.ROOT);
            own.put(
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    "jdbc:postgresql://127.0.0.1:" + port(TO_DATABASE_ABOVE, service) + "/" + database);
        }
        if (part(service) == Part.CAMPAIGN) {
            var base = layout.ports().base() + TO_SERVICE_ABOVE;
            own.put("QUARKUS_GRPC_CLIENTS_RECOMMENDER_PORT", Integer.toString(base));
            own.put("AISLE_CHANNELS_PRIVACY", "http://127.0.0.1:" + (base + 1));
            own.put("AISLE_PROFILES_ADDRESS", "http://127.0.0.1:" + (base + 2));
            own.put("AISLE_CHANNELS_EMAIL_PORT", Integer.toString(mailPort));
            own.put("AISLE_JOURNEYS_LEASE", "PT5S");
        }
        return own;
    }

    private String options(String name) {
        if (name.equals(Targets.DATABASE)) {
            return "";
        }
        var agent = layout.project().resolve("deploy/local/target/aisle-local-0.1.0-SNAPSHOT.jar");
        return "-javaagent:" + agent + "=clock:" + clock(name);
    }

    /** Where it is written by how many milliseconds the clock of a process is wrong. */
    private Path clock(String name) {
        return layout.home().resolve("clock-" + name);
    }

    void setClock(String name, Duration error) {
        try {
            Files.writeString(clock(name), Long.toString(error.toMillis()));
        } catch (IOException e) {
            throw new UncheckedIOException("The clock of " + name + " can't be set", e);
        }
    }

    private void start(String name) {
        setClock(name, Duration.ZERO);
        victim(name).start(options(name));
    }

    private void ready(String name) {
        Waiting.require(
                PATIENCE,
                Duration.ofMillis(LOOK_MILLIS),
                () -> Optional.of(name).filter(_ -> victim(name).ready()),
                () -> name + " did not start, see its log below " + layout.shown(layout.home()) + "/logs.");
        progress.step(name + " is ready");
    }

    Victim victim(String name) {
        return Objects.requireNonNull(victims.get(name), name);
    }

    Way way(String name) {
        return Objects.requireNonNull(ways.get(name), name);
    }

    /** Whether a part is not started again for now, if it dies. */
    void hold(String name, boolean holds) {
        if (holds) {
            held.add(name);
        } else {
            held.remove(name);
        }
    }

    private void supervise() {
        try {
            while (open) {
                for (var victim : victims.entrySet()) {
                    if (open
                            && !held.contains(victim.getKey())
                            && !victim.getValue().isAlive()) {
                        victim.getValue().start(options(victim.getKey()));
                    }
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopAll() {
        open = false;
        victims.values().forEach(Victim::close);
        ways.values().forEach(Way::close);
        balancers.values().forEach(Way::close);
        stack.down();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stopAll();
    }
}
