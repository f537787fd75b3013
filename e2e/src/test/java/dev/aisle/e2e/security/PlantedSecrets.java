package dev.aisle.e2e.security;

import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Tuning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Secrets that can be told from everything else, so that a log can be searched for them. One service gets its database's password, its certificate and its
 * sealing keys from mounted files, as on Kubernetes.
 */
public final class PlantedSecrets {
    /** The service that reads mounted files. */
    static final Part MOUNTED = Part.PROFILE;

    static final String DATABASE = "profile";
    static final String DATABASE_PASSWORD = "planted-database-password-5f0c2e71";
    static final String NEXT_DATABASE_PASSWORD = "planted-next-database-password-9d41b8aa";
    static final String CLIENT_SECRET = "planted-client-secret-77f1d0c3";
    static final String SESSION_SECRET = "planted-session-secret-of-32-characters-3ab9";
    static final String KEYSTORE_PASSWORD = "planted-keystore-password-e602";
    static final int TLS_PORT_OFFSET = 40;

    private PlantedSecrets() {}

    /** How the services are started, beside what they are told anyway. */
    public static Map<Part, Tuning> tunings() {
        Map<Part, Tuning> tunings = new EnumMap<>(Part.class);
        for (Part part : Part.services()) {
            tunings.put(part, new Tuning(List.of(), everywhere()));
        }
        return tunings;
    }

    /** How that one service is started that reads mounted files. */
    static Tuning mounted(Layout layout) {
        Map<String, String> mounted = new HashMap<>(everywhere());
        mounted.put("AISLE_SECRETS_DIRECTORY", folder(layout).toString());
        mounted.put("QUARKUS_DATASOURCE_USERNAME", "");
        mounted.put("QUARKUS_DATASOURCE_PASSWORD", "");
        mounted.put("QUARKUS_DATASOURCE_CREDENTIALS_PROVIDER", "database");
        mounted.put("QUARKUS_DATASOURCE_CREDENTIALS_PROVIDER_NAME", "mounted");
        mounted.put("QUARKUS_HTTP_SSL_PORT", Integer.toString(tlsPort(layout)));
        return new Tuning(List.of(), mounted);
    }

    private static Map<String, String> everywhere() {
        return Map.of(
                "QUARKUS_OIDC_CONSOLE_CREDENTIALS_CLIENT_SECRET_VALUE", CLIENT_SECRET,
                "AISLE_CONSOLE_SESSION_SECRET", SESSION_SECRET);
    }

    static int tlsPort(Layout layout) {
        return layout.ports().base() + TLS_PORT_OFFSET;
    }

    /** Writes the files and gives the database's role its password. */
    static void plant(Layout layout) {
        changePassword(layout, DATABASE, DATABASE_PASSWORD);
        try {
            Files.createDirectories(folder(layout).resolve("database"));
            mount(layout, "database/username", DATABASE);
            mount(layout, "database/password", DATABASE_PASSWORD);
            Certificates.make(keystore(layout), KEYSTORE_PASSWORD);
            mount(layout, "quarkus.tls.key-store.p12.path", keystore(layout).toString());
            mount(layout, "quarkus.tls.key-store.p12.password", KEYSTORE_PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException("The secrets can't be written", e);
        }
    }

    static Path keystore(Layout layout) {
        return folder(layout).resolveSibling("profile.p12");
    }

    /** Whole or not at all, as Kubernetes does it. */
    static void mount(Layout layout, String name, String text) throws IOException {
        Path file = folder(layout).resolve(name);
        Path next = file.resolveSibling("." + file.getFileName());
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static void changePassword(Layout layout, String password, String next) {
        try (var connection = DriverManager.getConnection(layout.ports().jdbc(DATABASE), DATABASE, password);
                var statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + DATABASE + " PASSWORD '" + next + "'");
        } catch (SQLException e) {
            throw new IllegalStateException("The password of " + DATABASE + " can't be changed", e);
        }
    }

    /** Below the data, so that it goes with them. */
    private static Path folder(Layout layout) {
        return layout.data().resolve("secrets/profile");
    }
}
