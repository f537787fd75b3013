package dev.aisle.e2e.security;

import dev.aisle.contracts.TopicAccess;
import dev.aisle.e2e.Packaged;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Tuning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A broker of the local stack that lets nobody do anything without a login and a rule. Each service has a login of its own, the chart's job of
 * topics gives the rules, and the stack's own tools go on at the listener that asks for none.
 */
public final class GuardedBroker {
    private static final String JOB = "topics";
    private static final String LISTENER = "GUARDED";
    private static final int PORT_ABOVE = 60;
    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";

    private final Layout layout;
    private final String address;

    /** Of a stack that isn't up yet. */
    public GuardedBroker(Layout layout) {
        this.layout = layout;
        this.address = address(layout);
    }

    /** How the broker is started. */
    public Tuning broker() {
        return broker(
                layout,
                "SASL_PLAINTEXT",
                "User:" + JOB,
                Map.of("sasl.enabled.mechanisms", "PLAIN", "listener.name.guarded.plain.sasl.jaas.config", logins()));
    }

    /**
     * One whose guarded listener knows its clients in some way.
     *
     * @param superUser may do everything, as whoever comes to the listener that isn't guarded
     * @param more settings of that way
     */
    public static Tuning broker(Layout layout, String protocol, String superUser, Map<String, String> more) {
        String open = layout.ports().address(Part.KAFKA);
        String guarded = LISTENER + "://" + address(layout);
        Map<String, String> settings = new HashMap<>(more);
        settings.put(
                "listeners",
                "PLAINTEXT://" + open + ",CONTROLLER://127.0.0.1:"
                        + layout.ports().controller() + "," + guarded);
        settings.put("advertised.listeners", "PLAINTEXT://" + open + "," + guarded);
        settings.put(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT," + LISTENER + ":" + protocol);
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:ANONYMOUS;" + superUser);
        return new Tuning(List.of(), settings);
    }

    /** Where that listener is. */
    public static String address(Layout layout) {
        return "127.0.0.1:" + (layout.ports().base() + PORT_ABOVE);
    }

    private static String logins() {
        return LOGIN
                + Arrays.stream(TopicAccess.values())
                        .map(access -> " user_" + access.service() + "=\"" + password(access.service()) + "\"")
                        .collect(Collectors.joining("", " user_" + JOB + "=\"" + password(JOB) + "\"", ";"));
    }

    private static String password(String name) {
        return "password-of-" + name;
    }

    /** What a service is told of it; its login lies in a file, as mounted from a Secret. */
    public Map<String, String> environment(Part service) {
        return environment(service.label());
    }

    private Map<String, String> environment(String name) {
        Path folder = layout.data().resolve("logins").resolve(name);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("kafka.sasl.jaas.config"), login(name));
        } catch (IOException e) {
            throw new UncheckedIOException("The login of " + name + " can't be written", e);
        }
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                address,
                "KAFKA_SECURITY_PROTOCOL",
                "SASL_PLAINTEXT",
                "KAFKA_SASL_MECHANISM",
                "PLAIN",
                "KAFKA_SASL_CLIENT_CALLBACK_HANDLER_CLASS",
                "dev.aisle.platform.kafka.RenewedLogin",
                "AISLE_SECRETS_DIRECTORY",
                folder.toString());
    }

    private static String login(String name) {
        return LOGIN + " username=\"" + name + "\" password=\"" + password(name) + "\";";
    }

    /** The same for a client in the test. */
    public Map<String, Object> client(Part service) {
        return Map.of(
                "bootstrap.servers",
                address,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                login(service.label()));
    }

    /** Runs the job that the chart runs before the services; what it says. */
    public String applyTopics() throws IOException, InterruptedException {
        ProcessBuilder job = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        Packaged.classPath(layout.project(), Part.INGEST.label()),
                        "dev.aisle.platform.provisioning.ApplyTopics")
                .redirectErrorStream(true);
        job.environment().putAll(environment(JOB));
        job.environment().put("AISLE_TOPICS_REPLICAS", "1");
        job.environment()
                .put(
                        "AISLE_TOPICS_PRINCIPALS",
                        Arrays.stream(TopicAccess.values())
                                .map(access -> access.service() + "=User:" + access.service())
                                .collect(Collectors.joining(";")));
        Process running = job.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (running.waitFor() != 0) {
            throw new IllegalStateException("The job of topics failed: " + said);
        }
        return said;
    }
}
