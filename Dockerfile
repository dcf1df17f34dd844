# The engine, as one image: `docker build -t kith .`
# Node is the version that package.json pins; npm's own copy of it is left out.
ARG NODE=24.21.0-bookworm-slim

# Compiles everything into dist.
FROM node:${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=optional
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY apps apps
COPY libs libs
RUN npm run build

# The packages that run in production; none of them is compiled, and none runs an install script.
FROM node:${NODE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional

FROM node:${NODE}
ENV NODE_ENV=production \
    KITH_HOST=0.0.0.0 \
    KITH_DATA=/data
# What runs here needs no package manager. The data folder is for the engine alone.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn-* /usr/local/bin/yarn* \
    && install -d -o node -g node -m 700 /data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist/apps/engine dist/apps/engine
COPY --from=build /app/dist/apps/cli dist/apps/cli
COPY --from=build /app/dist/libs dist/libs
COPY package.json LICENSE ./
# By number, so that a platform can see that it is not root: this is the user `node` of the base image.
USER 1000:1000
VOLUME /data
EXPOSE 7450
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:7450/health/live').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/engine/src/main.js"]
