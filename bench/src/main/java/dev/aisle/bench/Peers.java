package dev.aisle.bench;

import dev.aisle.bench.train.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who trains: this project in two forms, Spark with Java's BLAS and, where there is one, with a native BLAS. */
final class Peers {
    private static final String SPARK_MAIN = "dev.aisle.bench.spark.SparkTrial";
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "jdk.internal.ref",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");
    private static final List<Path> NATIVE = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/libopenblas.so.0"),
            Path.of("/usr/lib/aarch64-linux-gnu/libopenblas.so.0"),
            Path.of("/usr/lib64/libopenblas.so.0"));

    private Peers() {}

    /**
     * One of those who train.
     *
     * @param name in the table
     * @param solver what its process is told to do
     * @param process in which it is measured
     */
    record Peer(String name, String solver, ChildJvm process) {
        boolean spark() {
            return name.startsWith("spark");
        }

        List<Map<String, String>> run(String... arguments) {
            String[] all = new String[arguments.length + 1];
            all[0] = solver;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            return process.run(all);
        }
    }

    static List<Peer> all(Path project, String heap) {
        List<Peer> peers = new ArrayList<>();
        peers.add(new Peer("aisle exact", "exact", ChildJvm.own(Trial.class, heap)));
        peers.add(new Peer("aisle cg:3", "cg:3", ChildJvm.own(Trial.class, heap)));
        Path libraries = project.resolve("bench/spark/target/libs");
        if (Files.isDirectory(libraries)) {
            peers.add(new Peer("spark", "spark", spark(project, heap, "none", Map.of())));
            nativeBlas().ifPresent(blas -> {
                // More threads within a row of rank 64 would only cost.
                ChildJvm process = spark(project, heap, blas, Map.of("OPENBLAS_NUM_THREADS", "1"));
                peers.add(new Peer("spark native", "spark", process));
            });
        }
        return peers;
    }

    private static Optional<String> nativeBlas() {
        return NATIVE.stream().filter(Files::exists).map(Path::toString).findFirst();
    }

    private static ChildJvm spark(Path project, String heap, String blas, Map<String, String> environment) {
        List<String> flags = new ArrayList<>(List.of(
                "-Xmx" + heap,
                // Spark's own start script asks for all of these.
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djdk.reflect.useDirectMethodHandle=false",
                "-Dio.netty.tryReflectionSetAccessible=true"));
        for (String opened : OPENED) {
            flags.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        String how = blas.equals("none") ? "nativeLib=" : "nativeLibPath=";
        flags.add("-Ddev.ludovic.netlib.blas." + how + blas);
        flags.add("-Ddev.ludovic.netlib.lapack." + how + blas);
        return new ChildJvm(flags, sparkClassPath(project), SPARK_MAIN, environment);
    }

    private static String sparkClassPath(Path project) {
        Path target = project.resolve("bench/spark/target");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "aisle-bench-spark-*.jar")) {
            return jars.iterator().next() + ":" + target.resolve("libs") + "/*";
        } catch (IOException e) {
            throw new UncheckedIOException(target.toString(), e);
        }
    }
}
