package dev.aisle.e2e.shops;

import dev.aisle.containers.journey.Shop;
import dev.aisle.contracts.TopicAccess;
import dev.aisle.e2e.Packaged;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A shop's own processes: its issuer, its door with refine, profiles and consents. Broker and PostgreSQL are those of everybody. */
final class RunningShop implements AutoCloseable {
    static final List<Part> SERVICES = List.of(Part.INGEST, Part.PROFILE, Part.PRIVACY);

    private final String name;
    private final SharedServers servers;
    private final Layout layout;
    private final Stack stack;
    private final ApiClient client;

    private RunningShop(String name, SharedServers servers, Path project, PortPlan ports) throws IOException {
        this.name = name;
        this.servers = servers;
        this.layout = new Layout(project, Path.of("target/shops", name), ports);
        new Stack(layout, new Progress(System.out)).wipe();
        this.stack = new Stack(layout, new Progress(System.out), tunings());
        this.client = new ApiClient(ports);
    }

    /** Makes its topics, rules, roles and databases by the chart's jobs, then starts it. */
    static RunningShop started(String name, SharedServers servers, Path project, PortPlan ports)
            throws IOException, InterruptedException, SQLException {
        var shop = new RunningShop(name, servers, project, ports);
        shop.applyTopics();
        for (Part service : List.of(Part.PROFILE, Part.PRIVACY)) {
            servers.database(shop.database(service));
            shop.job(service, "MigrateDatabase", servers.datasource(shop.database(service)));
        }
        Set<Part> own = EnumSet.of(Part.ISSUER);
        own.addAll(SERVICES);
        shop.stack.up(own);
        return shop;
    }

    private Map<Part, Tuning> tunings() throws IOException {
        Map<Part, Tuning> all = new EnumMap<>(Part.class);
        for (Part service : SERVICES) {
            Map<String, String> environment = new HashMap<>(broker(SharedServers.name(name, service.label())));
            environment.put("AISLE_TENANT", name);
            if (service != Part.INGEST) {
                environment.putAll(servers.datasource(database(service)));
            }
            all.put(service, new Tuning(List.of(), environment));
        }
        return all;
    }

    private Map<String, String> broker(String login) throws IOException {
        Path folder = layout.data().resolve("logins").resolve(login);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("kafka.sasl.jaas.config"), SharedServers.login(login));
        return Map.of(
                "AISLE_SHOP",
                name,
                "KAFKA_BOOTSTRAP_SERVERS",
                servers.brokers(),
                "KAFKA_SECURITY_PROTOCOL",
                "SASL_PLAINTEXT",
                "KAFKA_SASL_MECHANISM",
                "PLAIN",
                "KAFKA_SASL_CLIENT_CALLBACK_HANDLER_CLASS",
                "dev.aisle.platform.kafka.RenewedLogin",
                "AISLE_SECRETS_DIRECTORY",
                folder.toString());
    }

    private void applyTopics() throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(broker(SharedServers.JOB));
        environment.put("AISLE_TOPICS_REPLICAS", "1");
        environment.put(
                "AISLE_TOPICS_PRINCIPALS",
                Arrays.stream(TopicAccess.values())
                        .map(access -> access.service() + "=User:" + SharedServers.name(name, access.service()))
                        .collect(Collectors.joining(";")));
        job(Part.INGEST, "ApplyTopics", environment);
    }

    private void job(Part service, String main, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder job = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        Packaged.classPath(layout.project(), service.label()),
                        "dev.aisle.platform.provisioning." + main)
                .redirectErrorStream(true);
        job.environment().putAll(environment);
        job.environment().put("AISLE_SHOP", name);
        Process running = job.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (running.waitFor() != 0) {
            throw new IllegalStateException(main + " of " + name + " failed: " + said);
        }
    }

    String name() {
        return name;
    }

    /** A storefront of it. */
    Shop storefront() {
        return new Shop(client);
    }

    ApiClient client() {
        return client;
    }

    String database(Part service) {
        return name.replace('-', '_') + "_" + service.name().toLowerCase(Locale.ROOT);
    }

    String log(Part service) throws IOException {
        return Files.readString(layout.log(service));
    }

    @Override
    public void close() {
        stack.down();
    }
}
