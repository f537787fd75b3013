package dev.aisle.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Empty;
import dev.aisle.e2e.console.ConsoleStack;
import dev.aisle.local.client.Json;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/**
 * Every route of every service, asked by everybody. What the classes say is compared with docs/security/authorisation.txt, where somebody has looked at it, and then the
 * running services are asked: without a token, with forged ones, as each role. Roles that may call are let through with reads only, and with writes whose body can't be
 * read; what they bring about is for the tests of the services.
 */
class AuthorisationIT {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path MATRIX = PROJECT.resolve("docs/security/authorisation.txt");
    private static final List<Part> SERVICES =
            List.of(Part.INGEST, Part.PROFILE, Part.RECOMMENDER, Part.CAMPAIGN, Part.PRIVACY);
    private static final List<String> CLIENTS = List.of(
            "storefront", "marketer", "analyst", "operator", "privacy-officer", "auditor", "ads-export", "nobody");
    private static final List<String> PEOPLE = List.of("marketer", "analyst", "privacy-officer", "operator", "auditor");
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final PortPlan PORTS = new PortPlan(ConsoleStack.BASE_PORT);
    private static final List<Route> ROUTES = new ArrayList<>();

    /** A wrong answer a line, so that one run tells all of them. */
    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void start() {
        ConsoleStack.start(
                Part.POSTGRES,
                Part.KAFKA,
                Part.ISSUER,
                Part.INGEST,
                Part.PROFILE,
                Part.RECOMMENDER,
                Part.CAMPAIGN,
                Part.PRIVACY);
        SERVICES.forEach(part -> ROUTES.addAll(CompiledRoutes.of(PROJECT, part)));
        ROUTES.sort(Route.ORDER);
    }

    @AfterAll
    static void stop() {
        HTTP.close();
    }

    @Test
    void everyRouteHasARowThatSomebodyHasLookedAt() throws Exception {
        List<String> found = ROUTES.stream().map(Route::line).distinct().toList();
        if (Boolean.getBoolean("aisle.authorisation.write")) {
            Files.writeString(
                    MATRIX,
                    "# service, method, path and who may call it; made of the classes by AuthorisationIT with"
                            + " -Daisle.authorisation.write=true, to be looked at in the review.\n"
                            + String.join("\n", found)
                            + "\n");
        }

        List<String> rows = Files.readAllLines(MATRIX).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();

        assertThat(rows).as("docs/security/authorisation.txt").containsExactlyInAnyOrderElementsOf(found);
        assertThat(found).noneMatch(line -> line.endsWith(" " + Route.UNANNOTATED));
    }

    @Test
    void noRouteIsServedThatIsNotInTheMatrix() throws Exception {
        for (Part part : SERVICES) {
            JsonNode document =
                    Json.read(get(part, "/q/openapi?format=json", null).body());
            Set<String> served = new TreeSet<>();
            for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
                path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> served.add(method.toUpperCase(Locale.ROOT) + " " + bare(path.getKey())));
            }
            Set<String> known = ROUTES.stream()
                    .filter(route -> route.part() == part)
                    .map(route -> route.method() + " " + bare(route.path()))
                    .collect(Collectors.toSet());
            served.removeIf(route -> route.startsWith("PARAMETERS"));

            assertThat(known).as(part.label()).containsAll(served);
        }
    }

    /** Names of parameters may differ between the document and the class. */
    private static String bare(String path) {
        String one = path.replaceAll("\\{[^}]*}", "{}").replaceAll("(\\{})+", "{}");
        return one.length() > 1 && one.endsWith("/") ? one.substring(0, one.length() - 1) : one;
    }

    @Test
    void noForgedTokenOpensAnything() throws Exception {
        ForgedTokens forged = ForgedTokens.of(PORTS.issuer(), PROJECT);
        Map<String, String> tokens = new TreeMap<>(forged.all());
        Route readable = ROUTES.stream()
                .filter(route -> route.line().startsWith("privacy-service GET /v1/notices ")
                        || route.line().startsWith("privacy-service GET /v1/consent-rules "))
                .findFirst()
                .orElseThrow();
        assertThat(ask(readable, forged.right()).statusCode())
                .as("the same token with nothing wrong")
                .isEqualTo(200);

        for (Route route : withRoles()) {
            expect(route, "nobody", ask(route, null), 401);
            tokens.forEach((what, token) -> expect(route, what, ask(route, token), 401));
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRouteLetsInItsRolesAndNobodyElse() {
        for (String client : CLIENTS) {
            String token = ConsoleStack.token(client);
            String role = client.equals("ads-export") ? "ads:export" : client;
            for (Route route : withRoles()) {
                if (!route.roles().contains(role)) {
                    expect(route, role, ask(route, token), 403);
                } else if (harmless(route)) {
                    HttpResponse<String> answer = ask(route, token);
                    if (List.of(401, 403).contains(answer.statusCode()) || answer.statusCode() >= 500) {
                        wrong.add(route.line() + " as " + role + ": " + answer.statusCode());
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static List<Route> withRoles() {
        return ROUTES.stream()
                .filter(route -> route.needsRole() && !route.isPage() && !route.isCall())
                .toList();
    }

    private static boolean harmless(Route route) {
        return route.method().equals("GET") && !route.path().contains("stream");
    }

    @Disabled(
            "its visitor loses the session on the way: not yet; the services' console tests look at the roles of each page")
    @Test
    void everyPageLetsInItsRolesAndNobodyElse() {
        List<Route> pages = ROUTES.stream()
                .filter(route -> route.isPage() && route.needsRole())
                .distinct()
                .toList();
        assertThat(pages).hasSizeGreaterThan(100);
        try (Visitor nobody = Visitor.withoutCookies()) {
            pages.forEach(page -> {
                int status = nobody.ask(page.method(), at(page)).statusCode();
                if (!List.of(302, 303, 401, 403, 499).contains(status)) {
                    wrong.add(page.line() + " without a session: " + status);
                }
            });
        }
        for (String role : PEOPLE) {
            try (Visitor visitor = new Visitor()) {
                visitor.signIn(PORTS.http(Part.CAMPAIGN).resolve("/console"), role);
                pages.forEach(page -> visit(page, role, visitor));
            }
        }

        assertThat(wrong).isEmpty();
    }

    private void visit(Route page, String role, Visitor visitor) {
        boolean allowed = page.roles().contains(role);
        if (allowed && !page.method().equals("GET")) {
            return;
        }
        HttpResponse<String> answer = visitor.ask(page.method(), at(page));
        if (!allowed) {
            expect(page, role, answer, 403);
        } else if (List.of(401, 403).contains(answer.statusCode()) || answer.statusCode() >= 500) {
            wrong.add(page.line() + " as " + role + ": " + answer.statusCode());
        }
    }

    @Test
    void aSessionOpensNoApiAndATokenNoPage() {
        try (Visitor visitor = new Visitor()) {
            visitor.signIn(PORTS.http(Part.CAMPAIGN).resolve("/console"), "operator");
            URI models = PORTS.http(Part.RECOMMENDER).resolve("/v1/models");

            assertThat(visitor.ask("GET", models).statusCode()).isEqualTo(401);
        }
        assertThat(get(Part.INGEST, "/console/flow", ConsoleStack.token("operator"))
                        .statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void everyCallOfGrpcLetsInItsRolesAndNobodyElse() throws Exception {
        List<Route> calls = ROUTES.stream().filter(Route::isCall).toList();
        assertThat(calls).hasSizeGreaterThanOrEqualTo(11);
        Map<String, String> forged = ForgedTokens.of(PORTS.issuer(), PROJECT).all();
        Map<Part, ManagedChannel> channels = new TreeMap<>();
        try {
            for (Route call : calls) {
                ManagedChannel channel = channels.computeIfAbsent(
                        call.part(),
                        part -> ManagedChannelBuilder.forAddress("127.0.0.1", PORTS.of(part))
                                .usePlaintext()
                                .build());
                expectCode(call, "nobody", codeOf(channel, call, null), Set.of(Code.UNAUTHENTICATED));
                forged.forEach((what, token) ->
                        expectCode(call, what, codeOf(channel, call, token), Set.of(Code.UNAUTHENTICATED)));
                for (String client : CLIENTS) {
                    Code code = codeOf(channel, call, ConsoleStack.token(client));
                    if (call.roles().contains(client)) {
                        expectCode(call, client, code, Set.of(Code.OK, Code.INVALID_ARGUMENT, Code.NOT_FOUND));
                    } else {
                        expectCode(call, client, code, Set.of(Code.PERMISSION_DENIED));
                    }
                }
            }
        } finally {
            channels.values().forEach(ManagedChannel::shutdownNow);
        }

        assertThat(wrong).isEmpty();
    }

    private void expectCode(Route call, String who, Code code, Set<Code> expected) {
        if (!expected.contains(code)) {
            wrong.add(call.line() + " by " + who + ": " + code);
        }
    }

    private static Code codeOf(ManagedChannel channel, Route call, @Nullable String token) {
        MethodDescriptor<Empty, Empty> method = MethodDescriptor.<Empty, Empty>newBuilder()
                .setType(MethodType.SERVER_STREAMING)
                .setFullMethodName(call.path())
                .setRequestMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
                .setResponseMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
                .build();
        Metadata headers = new Metadata();
        if (token != null) {
            headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        }
        var with = io.grpc.ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers));
        try {
            ClientCalls.blockingServerStreamingCall(with, method, CallOptions.DEFAULT, Empty.getDefaultInstance())
                    .forEachRemaining(_ -> {});
            return Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        }
    }

    @Test
    void everyAnswerHasItsHeadersErrorsToo() {
        for (Part part : SERVICES) {
            for (String path : List.of("/q/health/ready", "/no-such-path", "/v1/subjects/none/export", "/console")) {
                HttpResponse<String> answer = get(part, path, null);
                Map<String, String> expected = Map.of(
                        "X-Content-Type-Options", "nosniff",
                        "Referrer-Policy", "no-referrer",
                        "Cache-Control", "no-store");
                expected.forEach((name, value) -> {
                    if (!answer.headers().firstValue(name).orElse("none").contains(value)) {
                        wrong.add(part.label() + " " + path + " " + answer.statusCode() + ": " + name + " is "
                                + answer.headers().firstValue(name).orElse("missing"));
                    }
                });
                if (answer.headers().firstValue("Content-Security-Policy").isEmpty()) {
                    wrong.add(part.label() + " " + path + ": no Content-Security-Policy");
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void aBodyThatIsAnnouncedTooLargeIsRefusedEverywhereBeforeItIsRead() {
        for (Route route : ROUTES) {
            if (WRITES.contains(route.method()) && !route.isPage()) {
                int status = Announcement.of(PORTS, route.part(), route.method(), filled(route.path()), 64L << 20);
                if (status != 413) {
                    wrong.add(route.line() + " with 64 MB announced: " + status);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private void expect(Route route, String who, HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            wrong.add(route.line() + " by " + who + ": " + answer.statusCode());
        }
    }

    private static HttpResponse<String> ask(Route route, @Nullable String token) {
        HttpRequest.Builder request = request(route.part(), filled(route.path()), token);
        return send(
                WRITES.contains(route.method())
                        ? request.header("Content-Type", route.takes())
                                .method(route.method(), BodyPublishers.ofString("]"))
                        : request.method(route.method(), BodyPublishers.noBody()));
    }

    private static URI at(Route page) {
        return PORTS.http(page.part()).resolve(filled(page.path()));
    }

    /** Something for each parameter, of a form that is read and means nothing. */
    private static String filled(String path) {
        return path.replace("{pseudonym}", "p1.k1." + "B".repeat(32))
                .replace("{id}", "018f3c1e-0000-7000-8000-000000000001")
                .replace("{locale}", "en")
                .replace("{call}", "track")
                .replace("{slash}", "")
                .replaceAll("\\{[^}]*}", "none");
    }

    private static HttpResponse<String> get(Part part, String path, @Nullable String token) {
        return send(request(part, path, token));
    }

    private static HttpRequest.Builder request(Part part, String path, @Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(PORTS.http(part).resolve(path)).header("Accept", "*/*");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(Duration.ofSeconds(30)).build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
