package dev.aisle.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import dev.aisle.e2e.console.ConsoleStack;
import dev.aisle.local.attacks.ForgedTokens;
import dev.aisle.local.stack.Part;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every call of gRPC, made by nobody, with forged tokens and by each client. */
class CallAuthorisationIT {
    private final WrongAnswers wrong = new WrongAnswers();

    @BeforeAll
    static void start() {
        ConsoleStack.startServices();
    }

    @Test
    void everyCallOfGrpcLetsInItsRolesAndNobodyElse() throws Exception {
        List<Route> calls = Routes.all().stream().filter(Route::isCall).toList();
        assertThat(calls).hasSizeGreaterThanOrEqualTo(11);
        Map<String, String> forged =
                ForgedTokens.of(ConsoleStack.issuer(), Routes.PROJECT).all();
        Map<Part, ManagedChannel> channels = new TreeMap<>();
        try {
            for (Route call : calls) {
                ManagedChannel channel = channels.computeIfAbsent(
                        call.part(),
                        part -> ManagedChannelBuilder.forAddress(
                                        "127.0.0.1", ConsoleStack.at(part, "/").getPort())
                                .usePlaintext()
                                .build());
                expectCode(call, "nobody", codeOf(channel, call, null), Set.of(Code.UNAUTHENTICATED));
                forged.forEach((what, token) ->
                        expectCode(call, what, codeOf(channel, call, token), Set.of(Code.UNAUTHENTICATED)));
                for (String client : Routes.CLIENTS) {
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

        wrong.none();
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
}
