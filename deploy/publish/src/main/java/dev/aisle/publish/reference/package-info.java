/** References that are read from what they describe: settings from the sources, messages from .proto files, calls from OpenAPI. Each is written as Markdown. */
@NullMarked
package dev.aisle.publish.reference;

import org.jspecify.annotations.NullMarked;
