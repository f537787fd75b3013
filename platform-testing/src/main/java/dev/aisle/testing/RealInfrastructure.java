package dev.aisle.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
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
    private final boolean withOutages;
    private @Nullable TestBroker broker;
    private @Nullable BrokerProcess brokerProcess;
    private @Nullable CutLine line;
    private @Nullable TestDatabase database;
    private @Nullable TestIssuer issuer;

    /** Is called by Quarkus. */
    public RealInfrastructure() {
        this(false);
    }

    private RealInfrastructure(boolean withOutages) {
        this.withOutages = withOutages;
    }

    static RealInfrastructure withOutages() {
        return new RealInfrastructure(true);
    }

    @Override
    public void init(Map<String, String> arguments) {
        withDatabase = !"none".equals(arguments.get("database"));
    }

    @Override
    public Map<String, String> start() {
        EarlierTransactions.forget();
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", withOutages ? startBrokerProcess(settings) : startBroker());
        if (withDatabase) {
            startDatabase(settings);
        }
        trustOwnTokens(settings);
        return settings;
    }

    private String startBroker() {
        TestBroker started = TestBroker.start();
        broker = started;
        return started.bootstrapServers();
    }

    private String startBrokerProcess(Map<String, String> settings) {
        try {
            BrokerProcess started = BrokerProcess.start();
            brokerProcess = started;
            settings.put(Outages.BROKER, Long.toString(started.pid()));
            settings.put("aisle.views.tolerated-silence", "6s");
            return started.bootstrapServers();
        } catch (IOException e) {
            throw new IllegalStateException("The test broker did not start: " + e.getMessage(), e);
        }
    }

    private void startDatabase(Map<String, String> settings) {
        TestDatabase started = TestDatabase.start();
        database = started;
        settings.put("quarkus.datasource.jdbc.url", urlOf(started, settings));
        settings.put("quarkus.datasource.username", "postgres");
        settings.put("quarkus.datasource.password", "postgres");
    }

    private String urlOf(TestDatabase started, Map<String, String> settings) {
        String url = started.jdbcUrl();
        if (!withOutages) {
            return url;
        }
        try {
            CutLine through = CutLine.to(started.port());
            line = through;
            settings.put(Outages.DATABASE, Integer.toString(through.controlPort()));
            return url.replace(":" + started.port() + "/", ":" + through.port() + "/");
        } catch (IOException e) {
            throw new IllegalStateException("The line to the test database did not start: " + e.getMessage(), e);
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
            if (line != null) {
                line.close();
            }
            if (database != null) {
                database.stop();
            }
            if (broker != null) {
                broker.stop();
            }
            if (brokerProcess != null) {
                brokerProcess.stop();
            }
        } catch (Exception e) {
            throw new IllegalStateException("The test infrastructure did not stop: " + e.getMessage(), e);
        }
    }
}
