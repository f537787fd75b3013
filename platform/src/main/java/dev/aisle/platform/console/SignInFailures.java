package dev.aisle.platform.console;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A sign-in that failed before any page is asked for: instead of nothing, a page that says what to do. */
@Singleton
class SignInFailures {
    static final String PAGE = "/sign-in-failed";
    /** The issuer doesn't answer. */
    static final String SILENT = "issuer_silent";

    void register(@Observes Router router) {
        router.route(Area.ROOT + "/*").failureHandler(SignInFailures::toPage);
    }

    private static void toPage(RoutingContext context) {
        Throwable failure = context.failure();
        boolean ofSignIn = failure instanceof AuthenticationFailedException
                || failure instanceof AuthenticationCompletionException
                || failure instanceof OIDCException;
        if (!ofSignIn || context.response().ended() || context.normalizedPath().equals(Area.ROOT + PAGE)) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(302)
                .putHeader(
                        HttpHeaders.LOCATION,
                        Area.ROOT + PAGE + "?error=" + (issuerIsSilent(failure) ? SILENT : "failed"))
                .end();
    }

    private static boolean issuerIsSilent(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // An issuer that refuses a code is an OIDCException too; this is how Quarkus words one that isn't there.
            if (cause instanceof IOException
                    || Objects.requireNonNullElse(cause.getMessage(), "").contains("erver is not available")) {
                return true;
            }
        }
        return false;
    }
}
