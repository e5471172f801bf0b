# syntax=docker/dockerfile:1

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml ./
COPY processes processes
COPY forms forms
COPY src/main src/main
# The profile leaves out the database for trying the desk out. The tests belong to `mvn verify`, before an image is made.
RUN --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode -Pproduction -Dmaven.test.skip=true package

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --user-group --home-dir /desk --create-home desk
WORKDIR /desk
# What changes least comes first, so that a new version of the desk is a small download.
COPY --from=build /build/target/lib/ lib/
COPY --from=build /build/target/pledge-desk.jar ./
USER desk
EXPOSE 8080
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError"
# The image has no program that fetches pages; its shell can.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "-jar", "pledge-desk.jar"]
