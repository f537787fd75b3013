package dev.aisle.platform.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusException;
import io.quarkus.grpc.auth.AuthExceptionHandler;
import io.quarkus.grpc.auth.AuthExceptionHandlerProvider;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;

/** Tells callers without a token from callers without the role; the default says PERMISSION_DENIED to both. */
@Singleton
public class GrpcDenials implements AuthExceptionHandlerProvider {
    /** Of a call without a token, or with one that can't be verified. */
    public static final Status NO_TOKEN =
            Status.UNAUTHENTICATED.withDescription("Send an access token of the issuer as 'authorization: Bearer …'.");

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }

    @Override
    public boolean handlesException(Throwable failure) {
        return failure instanceof SecurityException || failure instanceof AuthenticationException;
    }

    @Override
    public StatusException transformToStatusException(Throwable failure) {
        return statusOf(failure).asException();
    }

    @Override
    public <Q, A> AuthExceptionHandler<Q, A> createHandler(
            ServerCall.Listener<Q> listener, ServerCall<Q, A> call, Metadata metadata) {
        return new AuthExceptionHandler<>(listener, call, metadata) {
            @Override
            protected void handleException(Throwable failure, ServerCall<Q, A> denied, Metadata headers) {
                if (handlesException(failure)) {
                    denied.close(statusOf(failure), new Metadata());
                } else {
                    super.handleException(failure, denied, headers);
                }
            }
        };
    }

    private static Status statusOf(Throwable failure) {
        return failure instanceof UnauthorizedException || failure instanceof AuthenticationException
                ? NO_TOKEN
                : Status.PERMISSION_DENIED.withDescription("The token has none of the roles that this call needs.");
    }
}
