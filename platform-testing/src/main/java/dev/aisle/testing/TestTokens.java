package dev.aisle.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Bearer tokens as the issuer would sign them, verified by the service under test with the real OIDC code. */
public final class TestTokens {
    private TestTokens() {}

    /** A token of a client that has these roles; for {@code RestAssured.given().auth().oauth2(…)}. */
    public static String withRoles(String... roles) {
        return withRoles(Duration.ofHours(1), roles);
    }

    /** The same of somebody else: what two people must do takes two subjects. */
    public static String of(String subject, String... roles) {
        return signed(subject, Duration.ofHours(1), roles);
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
        String encoded = ConfigProvider.getConfig().getValue(RealInfrastructure.TOKEN_KEY, String.class);
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key came from RealInfrastructure", e);
        }
    }
}
