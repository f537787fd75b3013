package dev.aisle.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * The issuer at which people sign in to the consoles under test, without a page: whoever comes to {@code /authorize} says by {@code &roles=a,b}
 * who they are. It checks PKCE as an issuer does, and its tokens last as long as {@code &seconds=} says.
 */
final class TestIssuer implements AutoCloseable {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "test";

    private final KeyPair keys;
    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    private TestIssuer(KeyPair keys, HttpServer server) {
        this.keys = keys;
        this.server = server;
    }

    static TestIssuer start(KeyPair keys) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TestIssuer issuer = new TestIssuer(keys, server);
            server.createContext("/.well-known/openid-configuration", issuer::discover);
            server.createContext("/jwks", issuer::publish);
            server.createContext("/authorize", issuer::authorize);
            server.createContext("/token", issuer::grant);
            server.createContext("/end", issuer::end);
            // What signs tokens looks for its parts where the tests do.
            ClassLoader ours = TestIssuer.class.getClassLoader();
            server.setExecutor(Executors.newThreadPerTaskExecutor(task -> {
                Thread thread = Thread.ofPlatform().daemon().unstarted(task);
                thread.setContextClassLoader(ours);
                return thread;
            }));
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException("The test issuer did not start", e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void discover(HttpExchange call) throws IOException {
        json(
                call,
                200,
                Map.of(
                        "issuer", address(),
                        "jwks_uri", address() + "/jwks",
                        "authorization_endpoint", address() + "/authorize",
                        "token_endpoint", address() + "/token",
                        "end_session_endpoint", address() + "/end"));
    }

    private void publish(HttpExchange call) throws IOException {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        Map<String, String> jwk = Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                KEY,
                "n",
                BASE64.encodeToString(unsigned(key.getModulus().toByteArray())),
                "e",
                BASE64.encodeToString(key.getPublicExponent().toByteArray()));
        json(call, 200, Map.of("keys", List.of(jwk)));
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private void authorize(HttpExchange call) throws IOException {
        Map<String, String> asked = parameters(call.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        redirect(call, of(asked, "redirect_uri") + "?code=" + code + "&state=" + of(asked, "state"));
    }

    private void end(HttpExchange call) throws IOException {
        redirect(call, of(parameters(call.getRequestURI().getRawQuery()), "post_logout_redirect_uri"));
    }

    private void grant(HttpExchange call) throws IOException {
        Map<String, String> asked =
                parameters(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> person = codes.remove(asked.getOrDefault("code", asked.getOrDefault("refresh_token", "")));
        boolean refresh = "refresh_token".equals(asked.get("grant_type"));
        if (person == null || (!refresh && !proven(asked, person))) {
            json(call, 400, Map.of("error", "invalid_grant"));
            return;
        }
        String again = UUID.randomUUID().toString();
        codes.put(again, person);
        int seconds = Integer.parseInt(person.getOrDefault("seconds", "3600"));
        json(
                call,
                200,
                Map.of(
                        "token_type",
                        "Bearer",
                        "expires_in",
                        seconds,
                        "refresh_token",
                        again,
                        "access_token",
                        token(person, seconds, "aisle"),
                        "id_token",
                        token(person, seconds, of(person, "client_id"))));
    }

    private static boolean proven(Map<String, String> asked, Map<String, String> person) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(asked.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII));
            return BASE64.encodeToString(hash).equals(person.get("code_challenge"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private String token(Map<String, String> person, int seconds, String audience) {
        List<String> roles = List.of(person.getOrDefault("roles", "").split(",", -1));
        var claims = Jwt.claim("realm_access", Map.of("roles", roles));
        if (person.containsKey("nonce")) {
            claims.claim("nonce", of(person, "nonce"));
        }
        return claims.subject(person.getOrDefault("sub", "test-person"))
                .issuer(address())
                .audience(audience)
                .expiresIn(Duration.ofSeconds(seconds))
                .jws()
                .keyId(KEY)
                .sign(keys.getPrivate());
    }

    private static String of(Map<String, String> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> found = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                found.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private static void redirect(HttpExchange call, String address) throws IOException {
        call.getResponseHeaders().set("Location", address);
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    private static void json(HttpExchange call, int status, Map<String, ?> answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }
}
