// Bundles the page's script, and gathers the terms of what is in it:
// node build.mjs SCRIPTS MODULES OUT

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [scripts, modules, out] = process.argv.slice(2).map((p) => resolve(p));
const { build } = createRequire(join(modules, "x.js"))("esbuild");
const { metafile, warnings } = await build({
  entryPoints: [join(scripts, "main.js")], outfile: join(out, "explore.js"), absWorkingDir: scripts,
  bundle: true, minify: true, format: "iife", target: "es2021", charset: "utf8", legalComments: "none",
  nodePaths: [modules], metafile: true, logLevel: "warning",
});

if (warnings.length > 0) throw new Error("what is warned of must be put right");

const used = new Set();
for (const input of Object.keys(metafile.inputs)) {
  const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(input)?.[1];
  if (name) used.add(name);
}
writeFileSync(join(out, "licences.txt"), [...used].sort().map(terms).join("\n" + "-".repeat(72) + "\n\n"));

function terms(name) {
  const folder = join(modules, name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).sort().find((f) => /^licen[cs]e/i.test(f));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : "";
  if (!license && !text) throw new Error(name + " states no licence");
  return name + " " + version + " (" + license + ")\n\n" + text + "\n";
}
