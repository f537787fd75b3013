package dev.aisle.platform.security;

import dev.aisle.contracts.Keeps;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Verifies a bearer token once in ten seconds instead of at each request: the signature of a token is a sixth of what a short read costs. What was
 * verified is kept by the whole token and never beyond its expiry. Nothing is lost by it: signed tokens are verified without asking the issuer,
 * who can't take one back either way. One that failed, has no expiry or is bound to a key (RFC 7800, {@code cnf}) isn't kept.
 */
@ApplicationScoped
@Keeps(ofNobody = "tokens of clients and staff, for ten seconds")
public class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {
    static final Duration KEPT_FOR = Duration.ofSeconds(10);
    private static final int MOST = 1_000;
    private static final String BOUND = "cnf";
    /** What of an identity belongs to the request, not to the token. */
    private static final Set<String> OF_REQUEST =
            Set.of(RoutingContext.class.getName(), AuthenticationRequestContext.class.getName());

    private final OidcIdentityProvider oidc;
    private final Counter letInAgain;
    private final Map<String, Verified> verified = new ConcurrentHashMap<>();

    VerifiedTokens(OidcIdentityProvider oidc, MeterRegistry registry) {
        this.oidc = oidc;
        this.letInAgain = Counter.builder("aisle.tokens.let.in.again")
                .description("Requests whose bearer token had been verified within ten seconds")
                .register(registry);
    }

    private record Verified(SecurityIdentity identity, Instant until) {}

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before the one that verifies. */
    @Override
    public int priority() {
        return IdentityProvider.super.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        RoutingContext routing = HttpSecurityUtils.getRoutingContextAttribute(request);
        if (routing == null || !(request.getToken() instanceof AccessTokenCredential token)) {
            return oidc.authenticate(request, context);
        }
        Instant now = Instant.now();
        Verified known = verified.get(token.getToken());
        if (known != null && now.isBefore(known.until())) {
            letInAgain.increment();
            return Uni.createFrom().item(at(routing, known.identity()));
        }
        return oidc.authenticate(request, context)
                .onItem()
                .ifNotNull()
                .invoke(identity -> keep(token.getToken(), identity, now));
    }

    private void keep(String token, SecurityIdentity identity, Instant now) {
        if (!(identity.getPrincipal() instanceof JsonWebToken claims) || claims.getClaim(BOUND) != null) {
            return;
        }
        Instant expiry = Instant.ofEpochSecond(claims.getExpirationTime());
        Instant until = now.plus(KEPT_FOR);
        if (verified.size() >= MOST) {
            verified.clear();
        }
        verified.put(token, new Verified(withoutRequest(identity), expiry.isBefore(until) ? expiry : until));
    }

    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        QuarkusSecurityIdentity.Builder kept = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .addPermissions(identity.getPermissions());
        identity.getAttributes().forEach((name, value) -> {
            if (!OF_REQUEST.contains(name)) {
                kept.addAttribute(name, value);
            }
        });
        return kept.build();
    }

    private static SecurityIdentity at(RoutingContext routing, SecurityIdentity identity) {
        QuarkusSecurityIdentity.Builder here = QuarkusSecurityIdentity.builder(identity);
        here.addAttribute(RoutingContext.class.getName(), routing);
        here.addAttribute(
                AuthenticationRequestContext.class.getName(),
                routing.get(AuthenticationRequestContext.class.getName()));
        return here.build();
    }
}
