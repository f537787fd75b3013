package dev.aisle.text;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Switches off what ONNX Runtime tells its maker of each process: from 1.29 on it does so on Linux too, unless the environment says no. Its own switch comes
 * after the first report, so the environment of this process is changed before the library is asked for anything.
 */
final class TelemetryOff {
    static final String VARIABLE = "ORT_DISABLE_TELEMETRY";
    private static final String YES = "1";

    private TelemetryOff() {}

    /** Changes the environment of this process, as its native libraries see it. */
    @SuppressWarnings("restricted")
    static void set() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> address = linker.defaultLookup().find("setenv");
        if (address.isEmpty()) {
            return;
        }
        MethodHandle setenv = linker.downcallHandle(
                address.get(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int failed = (int) setenv.invokeExact(arena.allocateFrom(VARIABLE), arena.allocateFrom(YES), 1);
            if (failed != 0) {
                throw new IllegalStateException(VARIABLE + " can't be set.");
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(VARIABLE + " can't be set.", e);
        }
    }
}
