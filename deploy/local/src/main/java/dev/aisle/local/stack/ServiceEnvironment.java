package dev.aisle.local.stack;

import dev.aisle.contracts.ShopPrefix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a service is told by its environment. The secrets here are those of a demo on one's own machine. */
public final class ServiceEnvironment {
    /** A page's: anybody may read it, and it links nobody. */
    public static final String WRITE_KEY = "demo-write-key";
    /** The gateway's, and that of what imports: its word links a browser to a customer. */
    public static final String SERVER_WRITE_KEY = "demo-server-write-key";

    public static final String CLIENT_SECRET = "demo";
    public static final String TENANT = ShopPrefix.shop().isEmpty() ? "shop" : ShopPrefix.shop();
    /** For whom the issuer's tokens are. */
    static final String AUDIENCE = "aisle";

    public static final String SEALING_KEY_ID = "s1";
    public static final String SEALING_KEY = "7365616c696e672d6b65792d6f662d7468652d64656d6f2d6e6f742d73656372";
    static final String CONSOLE_CLIENT = "console";
    private static final String SESSION_SECRET = "console-sessions-of-the-demo-not-secret";
    static final String HOOK_SECRET = "whsec_aG9vay1rZXktb2YtdGhlLWRlbW8tbm90LXNlY3JldCE=";
    private static final String CONVERSATION_KEY = "636f6e766572736174696f6e732d6f662d7468652d64656d6f2d2d2d2d2d2d2d";
    private static final String PSEUDONYM_KEY_ID = "k1";
    private static final String PSEUDONYM_KEY = "6169736c652d6c6f63616c2d64656d6f2d6b65792d6e6f742d73656372657421";
    private static final String MASTER_KEY_ID = "m1";
    private static final String MASTER_KEY = "6d61737465722d6b65792d6f662d7468652d64656d6f2d6e6f742d7365637265";

    private static final String ERASURE_MARK_KEY = "6d61726b2d6b65792d6f662d7468652d64656d6f2d6e6f742d7365637265742e";

    private static final String LINK_KEY = "6c696e6b2d6b65792d6f662d7468652d64656d6f2d6e6f742d73656372657421";

    private static final String AUDIT_SIGNING_KEY = "6169736c652d6c6f63616c2d61756469742d6b65792d6e6f742d736563726574";

    private static final List<Part> CONSOLES = Part.services();

    private ServiceEnvironment() {}

    /** Everything that a service of a stack is told. */
    public static Map<String, String> of(Part part, Layout layout) {
        var ports = layout.ports();
        var all = new LinkedHashMap<String, String>();
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(part)));
        all.put("KAFKA_BOOTSTRAP_SERVERS", ports.address(Part.KAFKA));
        all.put("QUARKUS_OIDC_AUTH_SERVER_URL", ports.issuer().toString());
        // A token that was issued for something else opens nothing here.
        all.put("QUARKUS_OIDC_TOKEN_AUDIENCE", AUDIENCE);
        // People read these logs, not machines.
        all.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        all.put("AISLE_TENANT", TENANT);
        all.put("AISLE_ERASURES_MARK_KEYS", ERASURE_MARK_KEY);
        all.put("AISLE_SEALING_KEY", SEALING_KEY_ID);
        all.put("AISLE_SEALING_KEYS", SEALING_KEY_ID + ":" + SEALING_KEY);
        database(part).ifPresent(name -> {
            all.put("QUARKUS_DATASOURCE_JDBC_URL", ports.jdbc(name));
            all.put("QUARKUS_DATASOURCE_USERNAME", name);
            all.put("QUARKUS_DATASOURCE_PASSWORD", name);
            // Five services start at once, perhaps on a machine that has other work: five seconds may be too few.
            all.put("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "60S");
            // Each connection is a process of PostgreSQL of some four megabytes, and grows with what it has seen.
            all.put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "10");
            all.put("QUARKUS_DATASOURCE_JDBC_MAX_LIFETIME", "5M");
        });
        if (part == Part.INGEST || part == Part.PRIVACY) {
            all.put("AISLE_PSEUDONYM_KEY_ID", PSEUDONYM_KEY_ID);
            all.put("AISLE_PSEUDONYM_KEY", PSEUDONYM_KEY);
        }
        var key = new SigningKeys(layout).of(part);
        all.put("AISLE_RECEIPTS_SIGNING_KEY_ID", key.id());
        all.put("AISLE_RECEIPTS_SIGNING_KEY", key.privateKey());
        if (part == Part.PRIVACY) {
            all.put("AISLE_VAULT_MASTER_KEY", MASTER_KEY_ID);
            all.put("AISLE_VAULT_MASTER_KEYS", MASTER_KEY_ID + ":" + MASTER_KEY);
        }
        all.putAll(console(ports));
        all.putAll(own(part, layout));
        return all;
    }

    /** The secrets of the demo by what they are, for a test that looks for them where they mustn't stand. */
    public static Map<String, String> secrets(Layout layout) {
        var all = new LinkedHashMap<String, String>();
        all.put("the write key", WRITE_KEY);
        all.put("the server's write key", SERVER_WRITE_KEY);
        all.put("a sealing key", SEALING_KEY);
        all.put("a web hook's secret", HOOK_SECRET);
        all.put("the conversations' key", CONVERSATION_KEY);
        all.put("the pseudonym key", PSEUDONYM_KEY);
        all.put("the vault's master key", MASTER_KEY);
        all.put("the erasure marks' key", ERASURE_MARK_KEY);
        all.put("the links' key", LINK_KEY);
        all.put("the audit log's key", AUDIT_SIGNING_KEY);
        for (var part : CONSOLES) {
            all.put(
                    part.label() + "'s signing key",
                    new SigningKeys(layout).of(part).privateKey());
        }
        return all;
    }

    /** Each service has its consoles at its own port, and one session is good for all. */
    private static Map<String, String> console(PortPlan ports) {
        var all = new LinkedHashMap<String, String>();
        all.put("QUARKUS_OIDC_CONSOLE_CLIENT_ID", CONSOLE_CLIENT);
        all.put("QUARKUS_OIDC_CONSOLE_CREDENTIALS_CLIENT_SECRET_VALUE", CLIENT_SECRET);
        all.put("QUARKUS_OIDC_CONSOLE_CREDENTIALS_CLIENT_SECRET_METHOD", "post");
        all.put("AISLE_CONSOLE_SESSION_SECRET", SESSION_SECRET);
        for (Part part : CONSOLES) {
            all.put("AISLE_CONSOLE_ADDRESSES_" + part.name(), ports.http(part).toString());
        }
        return all;
    }

    private static Optional<String> database(Part part) {
        return Database.NAMES.stream()
                .filter(name -> part.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Map<String, String> own(Part part, Layout layout) {
        return switch (part) {
            case INGEST ->
                Map.of(
                        "AISLE_WRITE_KEYS",
                        WRITE_KEY,
                        "AISLE_SERVER_WRITE_KEYS",
                        SERVER_WRITE_KEY,
                        "AISLE_STATE_DIRECTORY",
                        layout.data().resolve("refine").toString(),
                        "AISLE_ARCHIVE_DIRECTORY",
                        layout.data().resolve("archive").toString());
            case RECOMMENDER -> recommender(layout);
            case CAMPAIGN -> campaign(layout.ports());
            case PRIVACY -> privacy(layout);
            case POSTGRES, KAFKA, ISSUER, MAIL, SHOP, PROFILE -> Map.of();
        };
    }

    private static Map<String, String> recommender(Layout layout) {
        var own = new LinkedHashMap<>(client(Part.RECOMMENDER, layout.ports()));
        var shop = layout.ports().http(Part.SHOP);
        own.put("AISLE_MODELS_DIRECTORY", layout.data().resolve("models").toString());
        own.put("AISLE_ASSISTANT_TOKEN_KEYS", CONVERSATION_KEY);
        own.put("AISLE_ASSISTANT_ORIGINS", shop.toString());
        own.put("AISLE_ASSISTANT_ORDERS_URL", shop.resolve("/orders").toString());
        own.put("AISLE_ASSISTANT_ORDERS_SECRETS", HOOK_SECRET);
        own.put("AISLE_ASSISTANT_HAND_OVER_URL", shop.resolve("/desk").toString());
        own.put("AISLE_ASSISTANT_HAND_OVER_SECRETS", HOOK_SECRET);
        own.put(
                "AISLE_ASSISTANT_SERVICES_CAMPAIGNS",
                layout.ports().http(Part.CAMPAIGN).toString());
        own.put(
                "AISLE_ASSISTANT_SERVICES_PRIVACY",
                layout.ports().http(Part.PRIVACY).toString());
        // The desk of the demo shop stands on loopback, where web hooks don't go unless somebody says so.
        own.put("AISLE_ASSISTANT_HAND_OVER_TRUSTED", "true");
        return own;
    }

    private static Map<String, String> privacy(Layout layout) {
        var own = new LinkedHashMap<>(client(Part.PRIVACY, layout.ports()));
        // An erasure is complete when the event archive is without the person as well.
        own.put(
                "AISLE_ERASURE_SERVICES",
                "event-ingest-service,profile-service,recommender-service,campaign-service,privacy-service,"
                        + "event-archive");
        own.put("AISLE_AUDIT_SIGNING_KEY", AUDIT_SIGNING_KEY);
        own.put(
                "SMALLRYE_CONFIG_LOCATIONS",
                PrivacySettings.write(layout).toUri().toString());
        return own;
    }

    private static Map<String, String> campaign(PortPlan ports) {
        var own = new LinkedHashMap<>(client(Part.CAMPAIGN, ports));
        own.put("AISLE_CHANNELS_PRIVACY", ports.http(Part.PRIVACY).toString());
        own.put("AISLE_PROFILES_ADDRESS", ports.http(Part.PROFILE).toString());
        own.put("AISLE_CHANNELS_EMAIL_HOST", "127.0.0.1");
        own.put("AISLE_CHANNELS_EMAIL_PORT", Integer.toString(ports.smtp()));
        own.put("AISLE_CHANNELS_EMAIL_ENCRYPTION", "none");
        own.put("AISLE_CHANNELS_EMAIL_FROM", "Aisle demo shop <news@shop.example>");
        own.put("AISLE_MESSAGES_PUBLIC_URL", ports.http(Part.CAMPAIGN).toString());
        own.put("AISLE_MESSAGES_LINK_KEYS", LINK_KEY);
        own.put("QUARKUS_GRPC_CLIENTS_RECOMMENDER_HOST", "127.0.0.1");
        own.put("QUARKUS_GRPC_CLIENTS_RECOMMENDER_PORT", Integer.toString(ports.of(Part.RECOMMENDER)));
        return own;
    }

    /** The local issuer finds a client by the form field {@code client_id}, so the secret goes by POST. */
    private static Map<String, String> client(Part part, PortPlan ports) {
        return Map.of(
                "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL",
                ports.issuer().toString(),
                "QUARKUS_OIDC_CLIENT_CLIENT_ID",
                part.label(),
                "QUARKUS_OIDC_CLIENT_CREDENTIALS_CLIENT_SECRET_VALUE",
                CLIENT_SECRET,
                "QUARKUS_OIDC_CLIENT_CREDENTIALS_CLIENT_SECRET_METHOD",
                "post");
    }
}
