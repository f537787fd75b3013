package dev.aisle.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.e2e.console.ConsoleStack;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.ServiceEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Searches what the whole stack has logged since it was started, by this class and by those that ran before it, for secrets and people. Alphabetical order makes this
 * the last class on the stack of the consoles.
 */
class SecretsInLogsIT {
    private static final String MAIL = "planted.person.4471@mail.example";
    private static final String NAME = "Plantedina Nachname-Probe";
    private static final String PHONE = "+4915799944710";
    private static final String ORDER_TEXT = "planted-words-of-a-shopper-0b7e";
    /** Any token of the issuer, ours or a forged one. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}");

    private static final Map<String, String> NEEDLES = new LinkedHashMap<>();

    @BeforeAll
    static void askForTrouble() {
        ConsoleStack.startServices();
        ApiClient shop = new ApiClient(new PortPlan(ConsoleStack.BASE_PORT));
        troubles().forEach(shop::once);
        ServiceEnvironment.secrets(ConsoleStack.layout()).forEach(NEEDLES::put);
        try (Visitor officer = new Visitor()) {
            officer.signIn(ConsoleStack.at(Part.PRIVACY, "/console"), "privacy-officer");
            NEEDLES.put("a session", officer.session());
        }
        NEEDLES.put("the console's client secret", PlantedSecrets.CLIENT_SECRET);
        NEEDLES.put("the session secret", PlantedSecrets.SESSION_SECRET);
        NEEDLES.put("a database's password", PlantedSecrets.DATABASE_PASSWORD);
        NEEDLES.put("its next password", PlantedSecrets.NEXT_DATABASE_PASSWORD);
        NEEDLES.put("a key store's password", PlantedSecrets.KEYSTORE_PASSWORD);
        NEEDLES.put("a person's address", MAIL);
        NEEDLES.put("a person's name", NAME);
        NEEDLES.put("a person's phone", PHONE);
        NEEDLES.put("what a shopper wrote", ORDER_TEXT);
        NEEDLES.put("an address of the console's tests", "anna.schmidt@shop.example");
    }

    /** Calls that go wrong in as many ways as there are, each with a person in it. */
    private static List<Call> troubles() {
        List<Call> calls = new ArrayList<>();
        String person = "\"email\":\"" + MAIL + "\",\"name\":\"" + NAME + "\",\"phone\":\"" + PHONE + "\"";
        String broken = "{" + person + ",\"text\":\"" + ORDER_TEXT + "\",";
        for (Part part : Part.services()) {
            calls.add(Call.post(part, "/v1/" + MAIL, broken, "application/json"));
            calls.add(Call.get(part, "/v1/none?email=" + MAIL + "&name=" + NAME.replace(' ', '+')));
        }
        calls.add(Call.post(Part.PRIVACY, "/v1/consents", broken, "application/json")
                .as("storefront"));
        calls.add(Call.post(Part.PRIVACY, "/v1/consents", broken + "\"x\":1}", "application/json")
                .as("storefront"));
        calls.add(Call.post(
                        Part.PRIVACY,
                        "/v1/requests",
                        Json.object().put("subject", "email:" + MAIL).put("kind", "access"))
                .as("storefront"));
        calls.add(Call.post(Part.PRIVACY, "/v1/subjects/search", Json.object().put("subject", MAIL))
                .as("privacy-officer"));
        calls.add(Call.post(Part.PRIVACY, "/v2/requests", broken, "application/json")
                .as("storefront"));
        calls.add(Call.post(Part.INGEST, "/v1/identify", broken, "application/json")
                .withWriteKey());
        calls.add(Call.post(
                        Part.INGEST,
                        "/v1/identify",
                        "{\"userId\":\"" + MAIL + "\",\"messageId\":\"" + MAIL + "\",\"traits\":{" + person + "}}",
                        "application/json")
                .withWriteKey());
        calls.add(Call.post(
                        Part.INGEST,
                        "/v1/track",
                        "{\"userId\":\"" + MAIL + "\",\"event\":\"" + ORDER_TEXT + "\",\"properties\":{" + person
                                + "}}",
                        "application/json")
                .withWriteKey());
        calls.add(Call.post(Part.INGEST, "/v1/events", "{\"subject\":\"" + MAIL + "\"}", "application/json")
                .withWriteKey());
        calls.add(
                Call.post(Part.INGEST, "/v1/pseudonyms", "{\"identifier\":\"email:" + MAIL + "\"}", "application/json")
                        .as("storefront"));
        calls.add(
                Call.post(Part.RECOMMENDER, "/v1/recommendations", "{\"subject\":\"" + MAIL + "\"}", "application/json")
                        .as("storefront"));
        calls.add(Call.post(
                        Part.RECOMMENDER,
                        "/v1/search",
                        "{\"query\":\"" + ORDER_TEXT + " " + MAIL + "\"}",
                        "application/json")
                .as("storefront"));
        calls.add(Call.post(Part.RECOMMENDER, "/v1/conversations", "{\"subject\":\"" + MAIL + "\"}", "application/json")
                .as("storefront"));
        calls.add(Call.post(
                        Part.CAMPAIGN,
                        "/v1/placements/home/decisions",
                        "{\"subject\":\"" + MAIL + "\"}",
                        "application/json")
                .as("storefront"));
        calls.add(Call.post(Part.CAMPAIGN, "/v1/unsubscribe/" + MAIL, "List-Unsubscribe=One-Click", "text/plain"));
        calls.add(Call.post(Part.PROFILE, "/v1/profiles/search", "{\"subject\":\"" + MAIL + "\"}", "application/json")
                .as("storefront"));
        return calls.stream().map(call -> call.header("X-Forwarded-User", MAIL)).toList();
    }

    @Test
    void nothingThatIsSecretAndNobodyStandsInALog() {
        Path logs = logs(ConsoleStack.layout());
        assertThat(files(logs)).as("logs in " + logs).hasSizeGreaterThanOrEqualTo(7);

        assertThat(findings(logs)).isEmpty();
    }

    /** The search finds what is there: each needle, and a token, put into a log of its own. */
    @Test
    void theSearchFindsWhatIsThere(@TempDir Path folder) throws IOException {
        for (Map.Entry<String, String> needle : NEEDLES.entrySet()) {
            Files.writeString(folder.resolve("one.log"), "ERROR: x=" + needle.getValue() + ";\n");

            assertThat(findings(folder)).contains("one.log:1 has " + needle.getKey());
        }
        Files.writeString(folder.resolve("one.log"), "Bearer " + ConsoleStack.token("operator"));
        assertThat(findings(folder)).hasSize(1);
    }

    /** A finding tells which secret and where, and not the secret. */
    private static List<String> findings(Path logs) {
        List<String> findings = new ArrayList<>();
        for (Path log : files(logs)) {
            int number = 0;
            for (String line : text(log).split("\n", -1)) {
                number++;
                String where = log.getFileName() + ":" + number + " has ";
                for (Map.Entry<String, String> needle : NEEDLES.entrySet()) {
                    if (line.contains(needle.getValue())) {
                        findings.add(where + needle.getKey());
                    }
                }
                Matcher token = TOKEN.matcher(line);
                if (token.find()) {
                    findings.add(where + "a token");
                }
            }
        }
        return findings;
    }

    private static Path logs(Layout layout) {
        return layout.log(Part.PRIVACY).getParent();
    }

    private static List<Path> files(Path logs) {
        try (Stream<Path> inside = Files.walk(logs)) {
            return inside.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path log) {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
