package dev.aisle.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.e2e.console.ConsoleStack;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.ServiceEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.KeyStore;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A packaged service that gets its secrets from mounted files: they change, and it goes on without a restart. */
class MountedSecretsIT {
    private static final String PERSON = "mounted-1";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Layout LAYOUT = ConsoleStack.layout();
    private static final ApiClient SHOP = new ApiClient(new PortPlan(ConsoleStack.BASE_PORT));

    @BeforeAll
    static void start() {
        ConsoleStack.startServices();
        ObjectNode consent = Json.object()
                .put("subject", "customer_id:" + PERSON)
                .put("jurisdiction", "DE")
                .put("ageBand", "adult")
                .put("noticeVersion", "1")
                .put("method", "banner");
        consent.putObject("decisions").put("personalization", "grant").put("analytics", "grant");
        SHOP.require(Call.post(Part.PRIVACY, "/v1/consents", consent).as("storefront"));
        PlantedSecrets.plant(LAYOUT);
        ConsoleStack.restart(PlantedSecrets.MOUNTED, PlantedSecrets.mounted(LAYOUT));
    }

    private static int segments() {
        return SHOP.once(Call.get(Part.PROFILE, "/v1/segments").as("marketer")).status();
    }

    @Test
    void aNewPasswordOfTheDatabaseIsTakenWithoutARestart() throws Exception {
        assertThat(segments()).isEqualTo(200);

        PlantedSecrets.changePassword(LAYOUT, PlantedSecrets.DATABASE_PASSWORD, PlantedSecrets.NEXT_DATABASE_PASSWORD);
        PlantedSecrets.mount(LAYOUT, "database/password", PlantedSecrets.NEXT_DATABASE_PASSWORD);
        endConnections();

        Awaitility.await().atMost(PATIENCE).until(() -> segments() == 200);
    }

    /** As a database does that is started anew: whoever comes back needs the password of today. */
    private static void endConnections() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        LAYOUT.ports().jdbc(PlantedSecrets.DATABASE),
                        PlantedSecrets.DATABASE,
                        PlantedSecrets.NEXT_DATABASE_PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '"
                    + PlantedSecrets.DATABASE + "' AND pid <> pg_backend_pid()");
        }
    }

    @Test
    void aNewSealingKeyIsTakenWithoutARestartAndAWrongOneIsNot() throws Exception {
        String known = ServiceEnvironment.SEALING_KEY_ID + ":" + ServiceEnvironment.SEALING_KEY;

        PlantedSecrets.mount(LAYOUT, "aisle.sealing.keys", known + ",s2:not-hexadecimal");
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(logged("aisle.sealing.keys changed and can't be used"))
                        .isTrue());
        PlantedSecrets.mount(LAYOUT, "aisle.sealing.keys", known + ",s2:" + "5a".repeat(32));

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(logged("aisle.sealing.keys changed, what they say now"))
                        .isTrue());
    }

    /** Something that seals or opens must happen for the keys to be asked for. */
    private static boolean logged(String text) throws IOException {
        Reply taken = SHOP.require(Call.post(
                        Part.INGEST,
                        "/v1/track",
                        Json.object()
                                .put("userId", PERSON)
                                .put("event", "Product Viewed")
                                .put("messageId", UUID.randomUUID().toString())
                                .set("properties", Json.object().put("product_id", "p-1")))
                .withWriteKey());
        assertThat(taken.json().path("accepted").asInt()).as(taken.body()).isOne();
        return Files.readString(LAYOUT.log(PlantedSecrets.MOUNTED)).contains(text);
    }

    @Test
    void thePackagedServiceSpeaksTheNewestTlsOnly() throws Exception {
        HttpResponse<String> answer = ask("TLSv1.3");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("max-age="));
        assertThatThrownBy(() -> ask("TLSv1.2")).isInstanceOf(SSLException.class);
    }

    private static HttpResponse<String> ask(String protocol) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(PlantedSecrets.keystore(LAYOUT))) {
            store.load(in, PlantedSecrets.KEYSTORE_PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLParameters parameters = context.getDefaultSSLParameters();
        parameters.setProtocols(new String[] {protocol});
        try (HttpClient http = HttpClient.newBuilder()
                .sslContext(context)
                .sslParameters(parameters)
                .build()) {
            URI address = URI.create("https://localhost:" + PlantedSecrets.tlsPort(LAYOUT) + "/q/health/live");
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        }
    }
}
