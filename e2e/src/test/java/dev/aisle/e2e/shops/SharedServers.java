package dev.aisle.e2e.shops;

import dev.aisle.contracts.TopicAccess;
import dev.aisle.e2e.security.GuardedBroker;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A broker that knows its clients by logins and rules, and a PostgreSQL. Both belong to no shop. */
final class SharedServers implements AutoCloseable {
    static final String JOB = "topics";

    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";
    private static final String ADMIN = "postgres";

    private final Layout layout;
    private final Stack stack;

    private SharedServers(Layout layout, List<String> shops) {
        this.layout = layout;
        this.stack = new Stack(
                layout,
                new Progress(System.out),
                Map.of(
                        Part.KAFKA,
                        GuardedBroker.broker(
                                layout,
                                "SASL_PLAINTEXT",
                                "User:" + JOB,
                                Map.of(
                                        "sasl.enabled.mechanisms",
                                        "PLAIN",
                                        "listener.name.guarded.plain.sasl.jaas.config",
                                        logins(shops)))));
    }

    /** Starts them, with a login for each service of each shop. */
    static SharedServers started(Path project, PortPlan ports, List<String> shops) {
        var servers = new SharedServers(new Layout(project, Path.of("target/shops/shared"), ports), shops);
        servers.stack.down();
        servers.stack.wipe();
        servers.stack.up(Set.of(Part.KAFKA, Part.POSTGRES));
        return servers;
    }

    private static String logins(List<String> shops) {
        return shops.stream()
                .flatMap(shop -> Arrays.stream(TopicAccess.values()).map(access -> name(shop, access.service())))
                .map(SharedServers::known)
                .collect(Collectors.joining("", LOGIN + known(JOB), ";"));
    }

    private static String known(String name) {
        return " user_" + name + "=\"" + password(name) + "\"";
    }

    private static String password(String name) {
        return "password-of-" + name;
    }

    /** Who a service of a shop is for the broker. */
    static String name(String shop, String service) {
        return shop + "-" + service;
    }

    /** How somebody shows who he is. */
    static String login(String name) {
        return LOGIN + " username=\"" + name + "\" password=\"" + password(name) + "\";";
    }

    /** Where everybody needs a login. */
    String brokers() {
        return GuardedBroker.address(layout);
    }

    /** Settings of a client with the login of a service. */
    Map<String, Object> client(String shop, Part service) {
        return Map.of(
                "bootstrap.servers",
                brokers(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                login(name(shop, service.label())));
    }

    /** Settings of a client that may see everything. */
    Map<String, Object> anybody() {
        return Map.of("bootstrap.servers", layout.ports().address(Part.KAFKA));
    }

    /** Makes a role that owns a database of the same name. */
    void database(String name) throws SQLException {
        try (var connection = administrator(ADMIN);
                var statement = connection.createStatement()) {
            statement.execute("create role " + name + " login password '" + password(name) + "'");
            statement.execute("create database " + name + " owner " + name);
        }
    }

    String jdbc(String database) {
        return layout.ports().jdbc(database);
    }

    /** Logs in at a database with the role of that name. */
    Connection as(String role, String database) throws SQLException {
        return DriverManager.getConnection(jdbc(database), role, password(role));
    }

    Connection administrator(String database) throws SQLException {
        return DriverManager.getConnection(jdbc(database), ADMIN, ADMIN);
    }

    /** What a process is told to log in at the database that is called as its role. */
    Map<String, String> datasource(String name) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                jdbc(name),
                "QUARKUS_DATASOURCE_USERNAME",
                name,
                "QUARKUS_DATASOURCE_PASSWORD",
                password(name));
    }

    @Override
    public void close() {
        stack.down();
    }
}
