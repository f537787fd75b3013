package dev.aisle.local.bench.scale;

/**
 * What a part of the installation takes.
 *
 * @param cores     busy at the busiest time, of all its instances together
 * @param instances with room to lose one
 * @param heap      of each instance, in GB; 0 where it is no Java process of ours
 * @param disk      of all together, in GB
 */
record Need(String part, double cores, int instances, double heap, double disk) {}
