// Called by the build of Platform.Web: fetches the packages if the lock file changed, then compiles the assets.
// The lock lets two builds of the same folder run at the same time; the later one finds the work done.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from "node:fs";
import { join } from "node:path";

const web = join(import.meta.dirname, "..");
const lock = join(web, "obj", "assets.lock");
const stale = 10 * 60 * 1000;
const age = path => existsSync(path) ? statSync(path).mtimeMs : 0;
const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);

const take = () => {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
};

mkdirSync(join(web, "obj"), { recursive: true });
while (!take()) {
  if (Date.now() - age(lock) > stale) {
    rmdirSync(lock);
  }
  pause();
}

try {
  const locked = join(web, "package-lock.json");
  const inputs = [locked, ...readdirSync(import.meta.dirname).map(file => join(import.meta.dirname, file))];
  if (age(join(web, "node_modules", ".package-lock.json")) < age(locked)) {
    execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: web, stdio: "inherit", shell: process.platform === "win32" });
  }
  if (age(join(web, "wwwroot", "assets", "manifest.json")) < Math.max(...inputs.map(age))) {
    await import("./build.js");
  }
} finally {
  rmdirSync(lock);
}
