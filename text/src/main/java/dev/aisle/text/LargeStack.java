package dev.aisle.text;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Does something on a thread with a stack of {@value #BYTES} bytes. Making an ONNX environment (1.29) takes stack with the length of the
 * command line: a class path of 27 kB kills a JVM whose threads have 1 MB.
 */
final class LargeStack {
    private static final long BYTES = 32L << 20;

    private LargeStack() {}

    /** What the supplier gives; what it throws is thrown here. */
    static <T> T call(Supplier<T> supplier) {
        CompletableFuture<T> result = new CompletableFuture<>();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Runnable task = () -> {
            try {
                Thread.currentThread().setContextClassLoader(loader);
                result.complete(supplier.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        };
        new Thread(null, task, "onnx-loading", BYTES).start();
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
