package dev.aisle.algorithms.kernels;

/** Which twin serves. An incubator module is resolved only when the JVM is told so; without it the class must not be touched. */
final class Choice {
    static final Kernels BEST =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                    ? new VectorKernels()
                    : new ScalarKernels();

    private Choice() {}
}
