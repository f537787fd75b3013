package dev.aisle.local.attacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.client.Json;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that somebody would make who wants to get in. The local issuer signs with keys that everybody can read in its jar, so a token that is right in all but one thing
 * can be made here.
 */
public final class ForgedTokens {
    private static final String KEYS = "mock-oauth2-server-keys.json";
    private static final String RS256 = "RS256";
    private static final long HOUR = 3600;

    private final URI issuer;
    private final String keyId;
    private final PrivateKey key;
    private final byte[] published;

    private ForgedTokens(URI issuer, String keyId, PrivateKey key, byte[] published) {
        this.issuer = issuer;
        this.keyId = keyId;
        this.key = key;
        this.published = published;
    }

    /** With the key that this issuer signs with at present. */
    public static ForgedTokens of(URI issuer, Path project) throws IOException, GeneralSecurityException {
        JsonNode current = current(issuer);
        for (JsonNode one : secrets(project)) {
            if (one.path("n").asText().equals(current.path("n").asText())) {
                KeyFactory rsa = KeyFactory.getInstance("RSA");
                BigInteger modulus = number(one, "n");
                byte[] published = rsa.generatePublic(new RSAPublicKeySpec(modulus, number(one, "e")))
                        .getEncoded();
                PrivateKey key = rsa.generatePrivate(new RSAPrivateKeySpec(modulus, number(one, "d")));
                return new ForgedTokens(issuer, current.path("kid").asText(), key, published);
            }
        }
        throw new IllegalStateException("The issuer signs with a key that isn't in its jar");
    }

    private static JsonNode current(URI issuer) throws IOException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(issuer + "/jwks")).build();
            return Json.read(http.send(request, BodyHandlers.ofString()).body())
                    .path("keys")
                    .path(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static JsonNode secrets(Path project) throws IOException {
        try (Stream<Path> jars = Files.list(project.resolve("deploy/issuer/target/libs"))) {
            Path jar = jars.filter(one -> one.getFileName().toString().startsWith("mock-oauth2-server"))
                    .findFirst()
                    .orElseThrow();
            try (JarFile file = new JarFile(jar.toFile());
                    var in = file.getInputStream(file.getEntry(KEYS))) {
                return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .path("keys");
            }
        }
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
    }

    /** Right in everything: shows that the others are refused for what is wrong with them. */
    public String right() throws GeneralSecurityException {
        return signed(header(RS256), claims(HOUR), key);
    }

    /** Each with one thing wrong, by what it is. */
    public Map<String, String> all() throws GeneralSecurityException {
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("no token at all", "no.token.atAll");
        forged.put("expired", signed(header(RS256), claims(-HOUR), key));
        forged.put("for another audience", signed(header(RS256), audience(claims(HOUR), "another"), key));
        forged.put("of another issuer", signed(header(RS256), claims(HOUR).put("iss", issuer + "-not"), key));
        forged.put("unsigned", part(header("none")) + "." + part(claims(HOUR)) + ".");
        forged.put("unsigned, written otherwise", part(header("nOnE")) + "." + part(claims(HOUR)) + ".");
        forged.put("signed by the public key as a secret", signedBySecret());
        forged.put("signed by somebody else", signed(header(RS256), claims(HOUR), somebodyElses()));
        String right = right();
        int middle = right.indexOf('.') + 1;
        forged.put(
                "with other claims under the same signature",
                right.substring(0, middle)
                        + part(claims(HOUR).put("sub", "else"))
                        + right.substring(right.lastIndexOf('.')));
        return forged;
    }

    private ObjectNode header(String algorithm) {
        return Json.object().put("kid", keyId).put("typ", "JWT").put("alg", algorithm);
    }

    private ObjectNode claims(long lastsSeconds) {
        long now = Instant.now().getEpochSecond();
        ObjectNode claims = Json.object()
                .put("iss", issuer.toString())
                .put("sub", "forger")
                .put("azp", "forger")
                .put("iat", now - 2 * HOUR)
                .put("nbf", now - 2 * HOUR)
                .put("exp", now + lastsSeconds);
        var roles = claims.putObject("realm_access").putArray("roles");
        Stream.of(
                        "storefront",
                        "marketer",
                        "analyst",
                        "operator",
                        "privacy-officer",
                        "auditor",
                        "service",
                        "ads:export")
                .forEach(roles::add);
        return audience(claims, "aisle");
    }

    private static ObjectNode audience(ObjectNode claims, String audience) {
        claims.putArray("aud").add(audience);
        return claims;
    }

    private static String signed(ObjectNode header, ObjectNode claims, PrivateKey key) throws GeneralSecurityException {
        String text = part(header) + "." + part(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + base64(signature.sign());
    }

    private String signedBySecret() throws GeneralSecurityException {
        String text = part(header("HS256")) + "." + part(claims(HOUR));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(published, "HmacSHA256"));
        return text + "." + base64(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static PrivateKey somebodyElses() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair().getPrivate();
    }

    private static String part(ObjectNode json) {
        return base64(Json.write(json).getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
