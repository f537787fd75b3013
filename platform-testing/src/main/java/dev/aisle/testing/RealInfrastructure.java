package dev.aisle.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts the broker and the database that a component test runs against:
 * {@code @QuarkusTestResource(RealInfrastructure.class)}. With the init argument {@code database=none} only the broker.
 */
public final class RealInfrastructure implements QuarkusTestResourceLifecycleManager {
    static final String TOKEN_KEY = "aisle.test.token-key";

    private boolean withDatabase = true;
    private @Nullable TestBroker broker;
    private @Nullable EmbeddedPostgres database;
    private @Nullable TestIssuer issuer;

    @Override
    public void init(Map<String, String> arguments) {
        withDatabase = !"none".equals(arguments.get("database"));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        TestBroker started = TestBroker.start();
        broker = started;
        settings.put("kafka.bootstrap.servers", started.bootstrapServers());
        if (withDatabase) {
            startDatabase(settings);
        }
        trustOwnTokens(settings);
        return settings;
    }

    private void startDatabase(Map<String, String> settings) {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "50")
                    .start();
            database = started;
            settings.put("quarkus.datasource.jdbc.url", started.getJdbcUrl("postgres", "postgres"));
            settings.put("quarkus.datasource.username", "postgres");
            settings.put("quarkus.datasource.password", "postgres");
        } catch (IOException e) {
            throw new IllegalStateException("The test database did not start: " + e.getMessage(), e);
        }
    }

    private void trustOwnTokens(Map<String, String> settings) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair keys = generator.generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            settings.put(TOKEN_KEY, base64.encodeToString(keys.getPrivate().getEncoded()));
            settings.put(
                    "quarkus.oidc.public-key",
                    base64.encodeToString(keys.getPublic().getEncoded()));
            TestIssuer started = TestIssuer.start(keys);
            issuer = started;
            settings.put("quarkus.oidc.console.auth-server-url", started.address());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }

    @Override
    public void stop() {
        try {
            if (issuer != null) {
                issuer.close();
            }
            if (database != null) {
                database.close();
            }
            if (broker != null) {
                broker.stop();
            }
        } catch (Exception e) {
            throw new IllegalStateException("The test infrastructure did not stop: " + e.getMessage(), e);
        }
    }
}
