package dev.aisle.local.stack;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A Kafka broker that is its own controller (KRaft), kept small. */
final class Broker implements Blueprint {
    /** One fixed id: formatting the same folder again with another one fails. */
    private static final String CLUSTER_ID = "QWlzbGVMb2NhbFN0YWNrMQ";

    private static final Duration CLOSING = Duration.ofSeconds(1);
    private static final int HEAP_MEGABYTES = 144;
    private final Layout layout;
    private final Map<String, Victim.DoorOfBroker> doors;
    private final Map<String, String> settings;
    private final List<String> jvm;

    Broker(Layout layout) {
        this(layout, Map.of(), Tuning.SMALL);
    }

    /**
     * With doors of its own for some clients.
     *
     * @param doors by name
     * @param tuning its JVM's flags; the environment is the broker's own settings
     */
    Broker(Layout layout, Map<String, Victim.DoorOfBroker> doors, Tuning tuning) {
        this.layout = layout;
        this.doors = new TreeMap<>(doors);
        this.settings = tuning.environment();
        this.jvm = tuning.jvm();
    }

    @Override
    public Part part() {
        return Part.KAFKA;
    }

    @Override
    public Path artifact() {
        return kafka().resolve("target/libs");
    }

    @Override
    public void prepare() {
        try {
            Files.createDirectories(layout.conf());
            Files.createDirectories(folder());
            try (var out = Files.newBufferedWriter(configuration())) {
                properties().store(out, "written at each start");
            }
            if (!Files.exists(folder().resolve("meta.properties"))) {
                format();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare Kafka's folder " + folder(), e);
        }
    }

    private void format() {
        var command = java(
                "kafka.tools.StorageTool",
                "format",
                "-t",
                CLUSTER_ID,
                "-c",
                configuration().toString());
        Programme.run(new Launch(command, Map.of(), folder(), layout.log(Part.KAFKA)), "format Kafka's storage");
    }

    @Override
    public Launch launch() {
        var command = java("kafka.Kafka", configuration().toString());
        command.addAll(1, StartArchive.flags(kafka().resolve("target").resolve(StartArchive.NAME)));
        return new Launch(command, Map.of(), folder(), layout.log(Part.KAFKA));
    }

    private Path kafka() {
        return layout.project().resolve("deploy/kafka");
    }

    private List<String> java(String... rest) {
        var kafka = kafka();
        var words = jvm.isEmpty() ? Jvm.commandThatTidies(HEAP_MEGABYTES, Jvm.quickStart()) : Jvm.tuned(jvm);
        words.addAll(List.of(
                "-Dlog4j2.configurationFile=" + kafka.resolve("log4j2.properties"), "-cp", Jvm.libraries(kafka)));
        words.addAll(List.of(rest));
        return words;
    }

    @Override
    public boolean ready() {
        if (Ports.free(layout.ports().of(Part.KAFKA))) {
            return false;
        }
        // Closed within a moment: a broker that keeps its connections and is silent would be waited for.
        var admin = admin();
        try {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            return false;
        } finally {
            admin.close(CLOSING);
        }
    }

    @Override
    public void provision() {
        try (var admin = admin()) {
            Topics.create(admin);
        } catch (ExecutionException e) {
            throw new CommandFailure("The topics could not be created: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted while the topics were created.", e);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, layout.ports().address(Part.KAFKA),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000));
    }

    private Path folder() {
        return layout.data().resolve("kafka");
    }

    private Path configuration() {
        return layout.conf().resolve("kafka.properties");
    }

    private Properties properties() {
        var ports = layout.ports();
        var all = new Properties();
        all.putAll(BrokerSettings.SMALL);
        all.put("log.dirs", folder().toString());
        all.put("controller.quorum.voters", "1@127.0.0.1:" + ports.controller());
        all.put(
                "listeners",
                "PLAINTEXT://" + ports.address(Part.KAFKA) + ",CONTROLLER://127.0.0.1:" + ports.controller());
        all.put("advertised.listeners", "PLAINTEXT://" + ports.address(Part.KAFKA));
        doors.forEach((name, door) -> {
            all.merge("listeners", "," + name + "://127.0.0.1:" + door.port(), Broker::joined);
            all.merge("advertised.listeners", "," + name + "://127.0.0.1:" + door.told(), Broker::joined);
            all.merge("listener.security.protocol.map", "," + name + ":PLAINTEXT", Broker::joined);
        });
        all.putAll(settings);
        return all;
    }

    private static Object joined(Object before, Object more) {
        return before.toString() + more;
    }
}
