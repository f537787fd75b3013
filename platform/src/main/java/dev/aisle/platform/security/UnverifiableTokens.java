package dev.aisle.platform.security;

import dev.aisle.platform.grpc.GrpcAnswers;
import dev.aisle.platform.grpc.GrpcDenials;
import dev.aisle.platform.problem.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Says what is wrong with a bearer token that can't be verified, in a problem document and by {@code error="invalid_token"} (RFC 6750 section 3.1). Quarkus would
 * answer 401 with nothing in it. The consoles take no tokens and keep their own answers.
 */
@Singleton
class UnverifiableTokens {
    private static final String BEARER = "bearer ";
    private static final String CHALLENGE = "WWW-Authenticate";

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(UnverifiableTokens::explain);
    }

    static void explain(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        String path = request.path();
        if (!(context.failure() instanceof AuthenticationFailedException)
                || response.headWritten()
                || credentials == null
                || !credentials.regionMatches(true, 0, BEARER, 0, BEARER.length())
                || (path != null && path.startsWith("/console"))) {
            context.next();
        } else if (GrpcAnswers.isCall(request)) {
            response.headers().remove(CHALLENGE);
            GrpcAnswers.end(request, GrpcDenials.NO_TOKEN);
        } else {
            Problem problem = Problem.of("invalid-token", 401, fault(credentials.substring(BEARER.length())));
            response.setStatusCode(401)
                    .putHeader(CHALLENGE, "Bearer error=\"invalid_token\"")
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(Json.encode(problem));
        }
    }

    private static String fault(String token) {
        boolean signed = token.chars().filter(letter -> letter == '.').count() == 2;
        return signed
                ? "The access token can't be verified: it has expired, was altered or is of another issuer. Ask the"
                        + " issuer for a new one."
                : "This is no access token of the issuer, which is a JWT. A write key goes as the user name of Basic.";
    }
}
