@NullMarked
package dev.aisle.platform.grpc;

import org.jspecify.annotations.NullMarked;
