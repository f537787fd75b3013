package dev.aisle.local.attacks;

import dev.aisle.local.client.Call;
import dev.aisle.local.stack.Part;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Calls of gRPC as bytes, so that no client library refuses to send what is wrong. */
final class GrpcCalls {
    private static final int SECONDS = 20;
    private static final int LARGEST_ANSWER = 32 << 20;

    private GrpcCalls() {}

    /** Does something with a connection to a service, without a token. */
    static void with(Target target, Part part, Consumer<Channel> work) {
        ManagedChannel channel = NettyChannelBuilder.forAddress(
                        "127.0.0.1", target.ports().of(part))
                .maxInboundMessageSize(LARGEST_ANSWER)
                .usePlaintext()
                .build();
        try {
            work.accept(channel);
        } finally {
            channel.shutdownNow();
        }
    }

    /** The same connection by a client of the issuer. */
    static Channel as(Target target, Channel channel, Part part, String client) {
        return bearing(channel, target.api().authorization(Call.get(part, "/").as(client)));
    }

    /** The same connection with this authorization. */
    static Channel bearing(Channel channel, String authorization) {
        Metadata token = new Metadata();
        token.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), authorization);
        return ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(token));
    }

    /** How a call ends. */
    static Status status(Runnable call) {
        try {
            call.run();
            return Status.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus();
        }
    }

    /** How a call ends whose message is these bytes; an answer in several messages is read to its end. */
    static Status status(Channel channel, String method, byte[] message) {
        MethodDescriptor<byte[], byte[]> descriptor = MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodDescriptor.MethodType.SERVER_STREAMING)
                .setFullMethodName(method)
                .setRequestMarshaller(new Bytes())
                .setResponseMarshaller(new Bytes())
                .build();
        CallOptions options = CallOptions.DEFAULT.withDeadlineAfter(SECONDS, TimeUnit.SECONDS);
        return status(() -> ClientCalls.blockingServerStreamingCall(channel, descriptor, options, message)
                .forEachRemaining(_ -> {}));
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
