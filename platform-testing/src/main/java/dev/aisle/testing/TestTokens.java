package dev.aisle.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** Bearer tokens as the issuer would sign them, verified by the service under test with the real OIDC code. */
public final class TestTokens {
    private static final Duration USUAL = Duration.ofHours(1);
    /** Signed before and good for most of their time yet: a test asks with the same role hundreds of times, and signing costs more than asking. */
    private static final Map<List<String>, Token> SIGNED = new ConcurrentHashMap<>();

    private TestTokens() {}

    private record Token(String text, Instant until) {}

    /** A token of a client that has these roles; for {@code RestAssured.given().auth().oauth2(…)}. */
    public static String withRoles(String... roles) {
        return of("test-client", roles);
    }

    /** The same of somebody else: what two people must do takes two subjects. */
    public static String of(String subject, String... roles) {
        Instant now = Instant.now();
        List<String> signedOf = Stream.concat(Stream.of(encodedKey(), subject), Arrays.stream(roles))
                .toList();
        return SIGNED.compute(
                        signedOf,
                        (_, before) -> before != null && now.isBefore(before.until())
                                ? before
                                : new Token(signed(subject, USUAL, roles), now.plus(USUAL.dividedBy(4))))
                .text();
    }

    /** The same for so many whole seconds. */
    public static String withRoles(Duration validity, String... roles) {
        return signed("test-client", validity, roles);
    }

    private static String signed(String subject, Duration validity, String... roles) {
        List<String> roleList = Arrays.asList(roles);
        return Jwt.claim("realm_access", Map.of("roles", roleList))
                .subject(subject)
                .issuer("https://issuer.test")
                .expiresIn(validity)
                .sign(signingKey());
    }

    private static PrivateKey signingKey() {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encodedKey())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key came from RealInfrastructure", e);
        }
    }

    private static String encodedKey() {
        return ConfigProvider.getConfig().getValue(RealInfrastructure.TOKEN_KEY, String.class);
    }
}
