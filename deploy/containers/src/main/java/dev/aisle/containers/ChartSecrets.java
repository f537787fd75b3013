package dev.aisle.containers;

import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.ServiceEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The Secrets that docs/operations/kubernetes.md asks for before an installation, with the local stack's values. */
public final class ChartSecrets {
    private static final List<String> SIGNING = List.of("aisle.receipts.signing-key-id", "aisle.receipts.signing-key");
    private static final List<String> PSEUDONYM = with(SIGNING, "aisle.pseudonym.key-id", "aisle.pseudonym.key");
    private static final Map<Part, List<String>> KEYS = Map.of(
            Part.INGEST, with(PSEUDONYM, "aisle.write-keys", "aisle.server-write-keys"),
            Part.PROFILE, SIGNING,
            Part.RECOMMENDER, with(SIGNING, "aisle.assistant.token-keys"),
            Part.CAMPAIGN, with(SIGNING, "aisle.messages.link-keys"),
            Part.PRIVACY,
                    with(PSEUDONYM, "aisle.vault.master-key", "aisle.vault.master-keys", "aisle.audit.signing-key"));
    private static final List<String> SHARED = List.of(
            "aisle.sealing.key", "aisle.sealing.keys", "aisle.erasures.mark-keys", "aisle.console.session-secret");
    private static final Pattern TRUSTED =
            Pattern.compile("aisle\\.receipts\\.trusted\\.\"(.+)\"\\.(services|public-key)=(.*)");

    private final Layout layout;

    public ChartSecrets(Layout layout) {
        this.layout = layout;
    }

    private static List<String> with(List<String> keys, String... more) {
        List<String> all = new ArrayList<>(keys);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    /** Returns them by the Secret's name; certificates and logins of the broker aren't among them. */
    public Map<String, Map<String, byte[]>> all() {
        Map<String, Map<String, byte[]>> all = new HashMap<>();
        all.put("aisle-shared", bytes(entries(Part.PRIVACY, SHARED)));
        for (Part part : KEYS.keySet()) {
            String service = part.label();
            String name = "aisle-" + service.replace("-service", "");
            all.put(name, bytes(entries(part, KEYS.getOrDefault(part, List.of()))));
            all.put(
                    name + "-oidc",
                    bytes(Map.of(
                            "client-secret", ServiceEnvironment.CLIENT_SECRET,
                            "console-secret", ServiceEnvironment.CLIENT_SECRET)));
            String database = part.name().toLowerCase(Locale.ROOT);
            all.put(name + "-db", bytes(Map.of("username", database, "password", database)));
        }
        return all;
    }

    private static Map<String, byte[]> bytes(Map<String, String> texts) {
        Map<String, byte[]> all = new HashMap<>();
        texts.forEach((key, text) -> all.put(key, text.getBytes(StandardCharsets.UTF_8)));
        return all;
    }

    private Map<String, String> entries(Part part, List<String> keys) {
        Map<String, String> environment = ServiceEnvironment.of(part, layout);
        Map<String, String> entries = new HashMap<>();
        for (String key : keys) {
            String variable = key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
            String value = environment.get(variable);
            if (value == null) {
                throw new IllegalStateException(part.label() + " isn't told " + variable);
            }
            entries.put(key, value);
        }
        return entries;
    }

    /** Returns the values' list {@code receipts.trusted}, from what the local privacy-service is told. */
    public String trusted() throws IOException {
        URI file =
                URI.create(ServiceEnvironment.of(Part.PRIVACY, layout).getOrDefault("SMALLRYE_CONFIG_LOCATIONS", ""));
        Map<String, String> services = new HashMap<>();
        Map<String, String> keys = new HashMap<>();
        for (String line : Files.readAllLines(Path.of(file))) {
            var found = TRUSTED.matcher(line);
            if (found.matches()) {
                (found.group(2).equals("services") ? services : keys).put(found.group(1), found.group(3));
            }
        }
        StringBuilder text = new StringBuilder();
        services.forEach((id, names) -> text.append(
                "    - {id: \"" + id + "\", services: [" + names + "], publicKey: \"" + keys.get(id) + "\"}\n"));
        return text.toString();
    }
}
