package dev.aisle.local.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The OIDC issuer of the local stack. It checks no secret and signs with public keys: loopback only. */
final class Issuer implements Blueprint {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SIGN_IN = "sign-in.html";
    private static final int HEAP_MEGABYTES = 64;
    private static final int TOKEN_SECONDS = 3600;
    private final Layout layout;

    Issuer(Layout layout) {
        this.layout = layout;
    }

    @Override
    public Part part() {
        return Part.ISSUER;
    }

    @Override
    public Path artifact() {
        return layout.project().resolve("deploy/issuer/target/libs");
    }

    @Override
    public void prepare() {
        try {
            Files.createDirectories(layout.conf());
            try (InputStream page = Objects.requireNonNull(Issuer.class.getResourceAsStream(SIGN_IN), SIGN_IN)) {
                Files.copy(page, signIn(), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(
                    configuration(), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(clients(signIn())));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + configuration(), e);
        }
    }

    private static Map<String, Object> clients(Path signIn) {
        // Asks people who they are; services get their tokens by client credentials as ever.
        var root = JSON.createObjectNode().put("interactiveLogin", true).put("loginPagePath", signIn.toString());
        var issuer = root.putArray("tokenCallbacks").addObject().put("issuerId", "aisle");
        var mappings = issuer.put("tokenExpiry", TOKEN_SECONDS).putArray("requestMappings");
        IssuerClients.ROLES.forEach((client, roles) -> addClient(mappings, client, roles));
        addConsole(mappings);
        // Whoever is none of them gets a token without a role, and so a 403 everywhere.
        addClient(mappings, "*", List.of());
        return JSON.convertValue(root, JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
    }

    private static void addClient(ArrayNode mappings, String client, List<String> roles) {
        var mapping = mappings.addObject().put("requestParam", "client_id").put("match", client);
        var claims = mapping.putObject("claims").put("sub", client.equals("*") ? "nobody" : client);
        claims.put("azp", client).putArray("aud").add(ServiceEnvironment.AUDIENCE);
        var granted = claims.putObject("realm_access").putArray("roles");
        roles.forEach(granted::add);
    }

    /** Who signs in and with which roles comes from the page; the token is for the API's services and for the console itself. */
    private static void addConsole(ArrayNode mappings) {
        var claims = mappings.addObject()
                .put("requestParam", "client_id")
                .put("match", ServiceEnvironment.CONSOLE_CLIENT)
                .putObject("claims");
        claims.put("azp", ServiceEnvironment.CONSOLE_CLIENT)
                .putArray("aud")
                .add(ServiceEnvironment.AUDIENCE)
                .add(ServiceEnvironment.CONSOLE_CLIENT);
    }

    @Override
    public Launch launch() {
        var command = Jvm.command(
                HEAP_MEGABYTES,
                Jvm.quickStart(),
                "-cp",
                Jvm.libraries(layout.project().resolve("deploy/issuer")),
                "no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt");
        var environment = Map.of(
                "SERVER_HOSTNAME",
                "127.0.0.1",
                "SERVER_PORT",
                Integer.toString(layout.ports().of(Part.ISSUER)),
                "LOG_LEVEL_ROOT",
                "WARN",
                "JSON_CONFIG_PATH",
                configuration().toString());
        return new Launch(command, environment, layout.home(), layout.log(Part.ISSUER));
    }

    @Override
    public boolean ready() {
        return Probe.ok(layout.ports().http(Part.ISSUER).resolve("/aisle/.well-known/openid-configuration"));
    }

    @Override
    public void provision() {
        // Nothing is needed from it before it is asked for a token.
    }

    private Path signIn() {
        return layout.conf().resolve(SIGN_IN);
    }

    private Path configuration() {
        return layout.conf().resolve("issuer.json");
    }
}
